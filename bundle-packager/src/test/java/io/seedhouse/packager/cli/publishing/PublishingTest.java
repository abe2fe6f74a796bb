package io.seedhouse.packager.cli.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.packager.cli.publishing.LocalFile.Access;
import io.seedhouse.packager.encryption.AgeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    private static final Tier TIER = new Tier("The film", 600, "usd", List.of());

    @TempDir Path folder;
    private byte[] film = new byte[1_000_003];
    private final List<Duration> pauses = new ArrayList<>();
    private final Counting watcher = new Counting();
    private String teaser = "teaser.mp4";
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
    void goesOnInANewRunWhereTheLastOneStopped() throws Exception {
        interrupt(Access.PAID);
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
        assertFalse(dropped());
    }

    @Test
    void uploadsAnewAFileThatWasEditedInPlaceSinceItsUploadBroke() throws Exception {
        interrupt(Access.PAID);
        edit();
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
        assertTrue(dropped());
        assertTrue(watcher.stages.getLast().equals("sealing"), watcher.stages.toString());
        assertEquals(
                1,
                watcher.stages.stream()
                        .filter(s -> s.startsWith("uploading film.mp4 anew"))
                        .count());
    }

    @Test
    void uploadsAnewAFileThatWasReplacedByAnOlderOneOfItsLength() throws Exception {
        interrupt(Access.PAID);
        Path file = folder.resolve("film.mp4");
        FileTime before = Files.getLastModifiedTime(file);
        edit();
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() - 86_400_000));
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
    }

    @Test
    void uploadsAnewAFileThatArrivedWholeAndWasEditedBeforeTheBundleWasSealed() throws Exception {
        stub.canned.put("POST /api/v1/bundles/b1/seal", new StubPlatform.Canned(500, "{}"));
        assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        stub.canned.clear();
        edit();
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
    }

    @Test
    void uploadsNothingTwiceThatArrivedWholeAndIsAsItWas() throws Exception {
        stub.canned.put("POST /api/v1/bundles/b1/seal", new StubPlatform.Canned(500, "{}"));
        assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        stub.canned.clear();
        stub.calls.clear();
        run(plan(Access.PAID));
        assertTrue(stub.calls.stream().noneMatch(call -> call.contains("uploads")));
    }

    @Test
    void uploadsAnewWhatItCannotVouchFor() throws Exception {
        stub.bundles.put("key", "draft");
        var foreign = new StubPlatform.Upload("film.mp4", "paid", film.length);
        foreign.bytes.writeBytes(new byte[400_000]);
        stub.uploads.add(foreign);
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
    }

    @Test
    void uploadsAFileOfAnotherLengthInPlaceOfTheOldOne() throws Exception {
        interrupt(Access.PAID);
        film = Arrays.copyOf(film, film.length + 1000);
        Files.write(folder.resolve("film.mp4"), film);
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
    }

    @Test
    void saysThatAFileWasEditedWhileItWasUploaded() throws Exception {
        stub.onAppend = this::edit;
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertSays("film.mp4 changed while it was uploaded", failure);
        stub.onAppend = () -> {};
        run(plan(Access.PAID));
        assertArrayEquals(film, sent());
    }

    @Test
    void doesNotPublishAnOldStateOfAFileWithoutAWord() throws Exception {
        stub.canned.put("POST /api/v1/bundles/b1/publish", new StubPlatform.Canned(500, "{}"));
        assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        stub.canned.clear();
        edit();
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertSays("film.mp4 changed after it was uploaded, and the bundle is sealed", failure);
    }

    @Test
    void takesNothingAmissInAFileOfAPublishedBundle() throws Exception {
        run(plan(Access.PAID));
        edit();
        run(plan(Access.PAID));
        assertEquals(2, stub.uploads.size());
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
        assertNothingLeft();
        stub.calls.clear();
        run(plan(Access.SEAL_HERE));
        assertFalse(stub.calls.contains("POST /api/v1/uploads"));
    }

    @Test
    void goesOnWithTheSameCiphertextAndNeverMixesTwo() throws Exception {
        interrupt(Access.SEAL_HERE);
        run(plan(Access.SEAL_HERE));
        assertFalse(dropped());
        assertArrayEquals(film, opened(sent()));
    }

    @Test
    void beginsTheUploadAnewWhenTheCiphertextWasLost() throws Exception {
        interrupt(Access.SEAL_HERE);
        Files.delete(ciphertext());
        run(plan(Access.SEAL_HERE));
        assertTrue(dropped());
        assertArrayEquals(film, opened(sent()));
    }

    @Test
    void sealsAnewAFilmThatWasEditedInPlace() throws Exception {
        interrupt(Access.SEAL_HERE);
        FileTime sealed = Files.getLastModifiedTime(ciphertext());
        edit();
        Files.setLastModifiedTime(
                folder.resolve("film.mp4"), FileTime.fromMillis(sealed.toMillis() - 1000));
        run(plan(Access.SEAL_HERE));
        assertArrayEquals(film, opened(sent()));
    }

    @Test
    void sealsAnewWhatWasRefused() throws Exception {
        interrupt(Access.SEAL_HERE);
        byte[] refused = Files.readAllBytes(ciphertext());
        stub.uploads.getLast().refused = true;
        run(plan(Access.SEAL_HERE));
        assertArrayEquals(film, opened(sent()));
        assertFalse(Arrays.equals(refused, sent()));
    }

    @Test
    void takesAFreeFileForNoCiphertextOfTheSameName() throws Exception {
        teaser = "film.mp4.age";
        Files.write(folder.resolve(teaser), new byte[10]);
        interrupt(Access.SEAL_HERE);
        run(plan(Access.SEAL_HERE));
        assertFalse(dropped());
        assertArrayEquals(film, opened(sent()));
    }

    @Test
    void sealsAnewForAnotherServerWhateverTheTitle() throws Exception {
        interrupt(Access.SEAL_HERE);
        byte[] forTheFirst = Files.readAllBytes(ciphertext());
        try (StubPlatform first = stub) {
            stub = new StubPlatform();
            run(plan(Access.SEAL_HERE));
            assertArrayEquals(film, opened(sent()));
            stub.close();
            stub = first;
            assertArrayEquals(forTheFirst, Files.readAllBytes(ciphertext()));
            run(plan(Access.SEAL_HERE));
            assertArrayEquals(forTheFirst, sent());
        }
        assertNothingLeft();
    }

    @Test
    void waitsForASealingWhoseBeginningItWasNotTold() throws Exception {
        stub.losesTheAnswerToSeal = true;
        run(plan(Access.PAID));
        assertEquals(2, stub.calls.stream().filter(call -> call.endsWith("/seal")).toList().size());
        assertEquals(List.of("published"), List.copyOf(stub.bundles.values()));
    }

    @Test
    void saysWhyADraftCannotBeSealed() {
        stub.canned.put(
                "POST /api/v1/bundles/b1/seal",
                new StubPlatform.Canned(409, "{\"detail\":\"A tier sells what is not there.\"}"));
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertEquals("A tier sells what is not there.", failure.getMessage());
    }

    @Test
    void saysThatASealingFailed() {
        stub.outcome = "draft";
        var failure = assertThrows(PlatformException.class, () -> run(plan(Access.PAID)));
        assertSays("sealing failed", failure);
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

    /** Breaks off when part of the film is there. */
    private void interrupt(Access film) {
        stub.breaks.addAll(List.of(10, 300_000, 0, 0, 0, 0));
        assertThrows(PlatformException.class, () -> run(plan(film)));
        stub.breaks.clear();
        assertTrue(sent().length > 0);
    }

    /** As a tool does that writes into the file: another middle, the same length. */
    private void edit() throws IOException {
        film[500] ^= 1;
        film[900_000] ^= 1;
        Path path = folder.resolve("film.mp4");
        FileTime before = Files.getLastModifiedTime(path);
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(film));
        }
        // The clock of a file system may be coarser than a test is slow.
        Files.setLastModifiedTime(path, FileTime.fromMillis(before.toMillis() + 10));
    }

    private byte[] sent() {
        return stub.uploads.stream()
                .filter(u -> u.name.equals("film.mp4"))
                .map(u -> u.bytes.toByteArray())
                .findFirst()
                .orElseThrow();
    }

    private boolean dropped() {
        return stub.calls.stream().anyMatch(call -> call.startsWith("DELETE"));
    }

    private Path ciphertext() throws IOException {
        return work().filter(f -> f.endsWith("film.mp4.age")).findFirst().orElseThrow();
    }

    private void assertNothingLeft() throws IOException {
        assertEquals(List.of(), work().toList());
    }

    private Stream<Path> work() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder.resolve("work"))) {
            all = walk.skip(1).toList();
        }
        return all.stream();
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
        return new Publishing(server, watcher, new Patience(three, this::pause));
    }

    /** Looking again at a sealing is no trying again. */
    private void pause(Duration pause) {
        if (pause.toMillis() < 1000) {
            pauses.add(pause);
        }
    }

    private Plan plan(Access film) {
        return new Plan(
                "key",
                "Tide",
                "",
                "film",
                List.of(
                        new LocalFile(folder.resolve(teaser), Access.FREE),
                        new LocalFile(folder.resolve("film.mp4"), film)),
                List.of(TIER),
                "2027-01-31T18:00:00Z",
                "v1",
                folder.resolve("work"));
    }
}
