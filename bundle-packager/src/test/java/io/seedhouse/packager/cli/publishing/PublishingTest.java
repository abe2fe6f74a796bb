package io.seedhouse.packager.cli.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.packager.cli.publishing.LocalFile.Access;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    private static final Tier TIER = new Tier("The film", 600, "usd", List.of());

    @TempDir Path folder;
    private final byte[] film = new byte[1_000_003];
    private final List<Duration> pauses = new ArrayList<>();
    private final Counting watcher = new Counting();
    private StubPlatform stub;

    /** Adds up what it is told. */
    private static final class Counting implements Watcher {
        final List<String> stages = new ArrayList<>();
        long bytes;

        @Override
        public void begin(String what, long length) {
            stages.add(what);
        }

        @Override
        public void advance(long more) {
            bytes += more;
        }

        @Override
        public void waiting(String why, long seconds) {}
    }

    @BeforeEach
    void start() throws IOException {
        stub = new StubPlatform();
        new Random(11).nextBytes(film);
        Files.write(folder.resolve("film.mp4"), film);
        Files.write(folder.resolve("teaser.mp4"), new byte[10]);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void uploadsPricesSealsAndPublishes() throws Exception {
        BundleState done = run(plan(Access.PAID));
        assertEquals("magnet:?xt=urn:btih:00", done.fact("magnet").orElseThrow());
        assertArrayEquals(film, stub.uploads.get(1).bytes.toByteArray());
        assertEquals("free", stub.uploads.getFirst().access);
        JsonObject tier = stub.bodies.get(1);
        assertEquals(600, tier.getAsJsonObject("price").get("amount").getAsInt());
        assertEquals("[\"film.mp4\"]", tier.get("files").toString());
        assertEquals("v1", stub.bodies.get(2).get("format").getAsString());
        assertEquals("2027-01-31T18:00:00Z", stub.bodies.get(3).get("premiere").getAsString());
        assertTrue(stub.calls.contains("PUT /api/v1/bundles/b1/tiers/The film"));
        assertEquals(film.length + 10, watcher.bytes);
    }

    @Test
    void goesOnWhereABrokenUploadStoppedAndCountsNoByteTwice() throws Exception {
        stub.breaks.addAll(List.of(10, 300_000, 0));
        run(plan(Access.PAID));
        assertArrayEquals(film, stub.uploads.get(1).bytes.toByteArray());
        assertEquals(film.length + 10, watcher.bytes);
        assertEquals(3, pauses.size());
    }

    @Test
    void triesAgainWhileTheServerSaysLater() throws Exception {
        stub.failures.addAll(List.of(503, 502, 423));
        run(plan(Access.PAID));
        assertEquals(
                List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3)), pauses);
        assertEquals(1, stub.bundles.size());
    }

    @Test
    void givesUpWhenItsPatienceEndsAndSaysWhatTheServerSaid() {
        stub.failures.addAll(Collections.nCopies(10, 503));
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertEquals("Not now.", failure.getMessage());
        assertEquals(3, pauses.size());
    }

    @Test
    void doesNotRepeatWhatTheServerRefuses() {
        stub.failures.add(422);
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertEquals("Not now.", failure.getMessage());
        assertEquals(List.of(), pauses);
    }

    @Test
    void aSecondRunMakesNoSecondBundleAndUploadsNothing() throws Exception {
        run(plan(Access.PAID));
        stub.calls.clear();
        run(plan(Access.PAID));
        assertEquals(1, stub.bundles.size());
        assertEquals(
                List.of(
                        "POST /api/v1/tokens",
                        "POST /api/v1/bundles",
                        "PUT /api/v1/bundles/b1/tiers/The film",
                        "GET /api/v1/bundles/b1",
                        "POST /api/v1/bundles/b1/publish"),
                stub.calls);
    }

    @Test
    void goesOnInANewRunWhereTheLastOneWasKilled() throws Exception {
        stub.bundles.put("key", "draft");
        var begun = new StubPlatform.Upload("film.mp4", "paid", film.length);
        begun.bytes.write(film, 0, 400_000);
        stub.uploads.add(begun);
        run(plan(Access.PAID));
        assertArrayEquals(film, begun.bytes.toByteArray());
    }

    @Test
    void refusesToPublishAFileOfTheDraftThatNobodyNamed() {
        stub.bundles.put("key", "draft");
        stub.uploads.add(new StubPlatform.Upload("secret.mp4", "free", 5));
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertSays("secret.mp4", failure);
        assertFalse(stub.calls.contains("POST /api/v1/bundles/b1/seal"));
    }

    @Test
    void refusesToAddAFileToWhatIsSealed() {
        stub.bundles.put("key", "sealed");
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertSays("its files are final", failure);
    }

    @Test
    void sealsHereUploadsOnlyCiphertextAndLeavesNothingBehind() throws Exception {
        run(plan(Access.SEAL_HERE));
        var sent = stub.uploads.get(1);
        assertEquals("film.mp4", sent.name);
        assertEquals("sealed", sent.access);
        assertArrayEquals(film, opened(sent.bytes.toByteArray()));
        assertFalse(Files.exists(folder.resolve("work")));
        stub.calls.clear();
        run(plan(Access.SEAL_HERE));
        assertFalse(stub.calls.contains("POST /api/v1/uploads"));
    }

    @Test
    void goesOnWithTheSameCiphertextAndNeverMixesTwo() throws Exception {
        stub.breaks.addAll(List.of(10, 300_000, 0, 0, 0, 0));
        assertThrows(PlatformException.class, () -> run(plan(Access.SEAL_HERE)));
        run(plan(Access.SEAL_HERE));
        assertFalse(stub.calls.contains("DELETE /api/v1/uploads/film.mp4"));
        assertArrayEquals(film, opened(stub.uploads.get(1).bytes.toByteArray()));
    }

    @Test
    void beginsTheUploadAnewWhenTheCiphertextWasLost() throws Exception {
        stub.breaks.addAll(List.of(10, 300_000, 0, 0, 0, 0));
        assertThrows(PlatformException.class, () -> run(plan(Access.SEAL_HERE)));
        Files.delete(folder.resolve("work/film.mp4.age"));
        run(plan(Access.SEAL_HERE));
        assertTrue(stub.calls.contains("DELETE /api/v1/uploads/film.mp4"));
        assertArrayEquals(film, opened(stub.uploads.get(1).bytes.toByteArray()));
    }

    @Test
    void sealsAnewWhatWasRefused() throws Exception {
        stub.bundles.put("key", "draft");
        Path bad = folder.resolve("work/film.mp4.age");
        Files.createDirectories(bad.getParent());
        Files.write(bad, new byte[(int) AgeFormat.encryptedLength(film.length)]);
        var refused = new StubPlatform.Upload("film.mp4", "sealed", Files.size(bad));
        refused.bytes.writeBytes(Files.readAllBytes(bad));
        refused.refused = true;
        stub.uploads.add(refused);
        run(plan(Access.SEAL_HERE));
        assertArrayEquals(film, opened(stub.uploads.getLast().bytes.toByteArray()));
    }

    @Test
    void staysWithItsServerWhateverAddressAnUploadIsGiven() throws Exception {
        stub.location = path -> "http://elsewhere.invalid" + path;
        run(plan(Access.PAID));
        assertArrayEquals(film, stub.uploads.get(1).bytes.toByteArray());
    }

    @Test
    void namesAFileThatCannotBeReadAndDoesNotTryAgain() throws Exception {
        Plan plan = plan(Access.PAID);
        try (var publishing = publishing(stub.address())) {
            publishing.signIn("ann@example.org", "right");
            Path gone = plan.files().get(1).path();
            Files.delete(gone);
            Files.createDirectory(gone); // it has a length and cannot be read
            var failure = assertThrows(IOException.class, () -> publishing.run(plan));
            assertSays("film.mp4", failure);
        }
        assertEquals(List.of(), pauses);
    }

    @Test
    void saysWhatIsWrongWithPasswordAndServer() throws Exception {
        try (var publishing = publishing(stub.address())) {
            assertEquals(
                    "Wrong email or password.",
                    assertThrows(
                                    PlatformException.class,
                                    () -> publishing.signIn("ann@example.org", "wrong"))
                            .getMessage());
        }
        URI closed = stub.address();
        stub.close();
        assertUnreachable(closed, "no server answers at 127.0.0.1");
        assertUnreachable(URI.create("http://nowhere.invalid"), "no server named nowhere.invalid");
        assertEquals(List.of(), pauses);
    }

    private void assertUnreachable(URI server, String words) {
        try (var publishing = publishing(server)) {
            var failure =
                    assertThrows(
                            PlatformException.class,
                            () -> publishing.signIn("ann@example.org", "right"));
            assertSays(words, failure);
        }
    }

    private static void assertSays(String words, Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        assertTrue(said.contains(words), said);
    }

    private byte[] opened(byte[] sealed) throws IOException {
        var reader = new AgeReader(stub.identities.values());
        try (InputStream in = reader.open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    private BundleState run(Plan plan) throws Exception {
        try (var publishing = publishing(stub.address())) {
            publishing.signIn("ann@example.org", "right");
            return publishing.run(plan);
        }
    }

    private Publishing publishing(URI server) {
        List<Duration> three =
                List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3));
        return new Publishing(server, watcher, new Patience(three, pauses::add));
    }

    private Plan plan(Access film) {
        return new Plan(
                "key",
                "Tide",
                "",
                "film",
                List.of(
                        new LocalFile(folder.resolve("teaser.mp4"), Access.FREE),
                        new LocalFile(folder.resolve("film.mp4"), film)),
                List.of(TIER),
                "2027-01-31T18:00:00Z",
                "v1",
                folder.resolve("work"));
    }
}
