package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code seedhouse publish}, from the clear file to the bundle on sale. */
@ExtendWith(ArquillianExtension.class)
class PublishCommandIT {

    private static final long FILM_BYTES = 400_000_003;

    private final Path folder = PlatformUnderTest.scratch().resolve("publish-" + UUID.randomUUID());
    private final Studio studio = Studio.open("scripted");

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("password"), studio.password() + "\n");
        Films.make(folder.resolve("teaser.mp4"), 100_000, 51);
    }

    @Test
    void publishesABundleAndAskedAgainChangesItsPriceOnly() throws Exception {
        Films.make(folder.resolve("film.mp4"), 3_000_001, 52);
        JsonObject first = publish("--paid", "film.mp4", "--tier", "Film=6.00");
        JsonObject shown = studio.show(first.get("bundle").getAsString());
        assertEquals("published", shown.get("status").getAsString());
        assertEquals(shown.get("infohashV1").getAsString(), first.get("infohashV1").getAsString());
        assertEquals(600, price(shown));
        JsonObject second = publish("--paid", "film.mp4", "--tier", "Film=4.50");
        assertEquals(first.get("bundle"), second.get("bundle"));
        assertEquals(first.get("magnet"), second.get("magnet"));
        assertEquals(450, price(studio.show(first.get("bundle").getAsString())));
        Leaks.assertNone(List.of(studio.password()));
    }

    @Test
    void killedInTheMiddleOfAnUploadItGoesOnAndMakesNoSecondBundle() throws Exception {
        Films.make(folder.resolve("film.mp4"), FILM_BYTES, 53);
        Process killed =
                new ProcessBuilder(command("--paid", "film.mp4", "--tier", "Film=6.00"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("killed.txt").toFile())
                        .start();
        String bundle =
                Await.until("part of the film is there", Duration.ofMinutes(1), this::partly);
        killed.destroyForcibly().waitFor();
        long kept = offset(bundle);
        assertTrue(kept > 0 && kept < FILM_BYTES, "killed at byte " + kept);
        JsonObject done = publish("--paid", "film.mp4", "--tier", "Film=6.00");
        assertEquals(bundle, done.get("bundle").getAsString());
        assertTrue(partly().isEmpty(), "no other draft is left");
        assertEquals(FILM_BYTES, offset(bundle));
    }

    @Test
    void sealsAtHomeWhatNobodyElseShallSee() throws Exception {
        Path film = Films.make(folder.resolve("film.mp4"), 3_000_001, 54);
        JsonObject done =
                publish("--paid", "film.mp4", "--seal-here", "--tier", "Film=6", "--format", "v1");
        assertTrue(done.get("infohashV2").isJsonNull(), done.toString());
        assertFalse(Files.exists(folder.resolve(".seedhouse-publish/film.mp4.age")));
        String bundle = done.get("bundle").getAsString();
        JsonObject shown = studio.show(bundle);
        String offer =
                shown.getAsJsonArray("tiers").get(0).getAsJsonObject().get("offerId").getAsString();
        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        Path keyring = Files.writeString(folder.resolve("keyring.txt"), buyer.keyring().text());
        var unlocked =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        keyring.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        PlatformUnderTest.home().resolve("content/" + bundle).toString());
        assertEquals(0, unlocked.status(), unlocked.all());
        assertEquals(
                Films.sha256(film), Films.sha256(Folders.find(folder.resolve("out"), "film.mp4")));
    }

    @Test
    void whatThePlatformRefusesIsSaidInItsOwnWordsOnOneLine() throws Exception {
        Films.make(folder.resolve("50% off.mp4"), 1000, 55);
        var refused = run(command("--paid", "50% off.mp4"));
        assertEquals(1, refused.status(), refused.all());
        assertTrue(lastLine(refused).contains("'%', which breaks web seeds"), refused.all());
        Files.writeString(folder.resolve("password"), "wrong password\n");
        var stranger = run(command("--free", "teaser.mp4"));
        assertEquals(1, stranger.status(), stranger.all());
        CommandLine.assertOneLine(stranger, "password");
    }

    /** The bundle of a draft of ours whose film has begun to arrive. */
    private Optional<String> partly() {
        try (var database = PlatformUnderTest.database();
                var rows =
                        database.prepareStatement(
                                "select b.id from publisher_bundle b, publisher_account a,"
                                        + " publisher_file f where b.publisher_id = a.id and"
                                        + " f.bundle_id = b.id and a.email = ? and f.name ="
                                        + " 'film.mp4' and b.status = 'DRAFT'")) {
            rows.setString(1, studio.email());
            try (var found = rows.executeQuery()) {
                return found.next()
                        ? Optional.of(found.getString(1)).filter(id -> offset(id) > 0)
                        : Optional.empty();
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long offset(String bundle) {
        for (var file : studio.show(bundle).getAsJsonArray("files")) {
            if (file.getAsJsonObject().get("name").getAsString().equals("film.mp4")) {
                return file.getAsJsonObject().get("offset").getAsLong();
            }
        }
        return 0;
    }

    private static long price(JsonObject bundle) {
        return bundle.getAsJsonArray("tiers")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("price")
                .get("amount")
                .getAsLong();
    }

    private JsonObject publish(String... arguments) throws IOException {
        var outcome = run(command(arguments));
        assertEquals(0, outcome.status(), outcome.all());
        assertFalse(outcome.all().contains(studio.password()), "the password is told to nobody");
        return JsonParser.parseString(outcome.output().lines().toList().getLast())
                .getAsJsonObject();
    }

    private CommandLine.Outcome run(List<String> command) throws IOException {
        return CommandLine.run(command, folder);
    }

    private List<String> command(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                Objects.requireNonNull(System.getProperty("seedhouse.it.cli")),
                                "publish",
                                "--server",
                                PlatformUnderTest.baseUrl(),
                                "--email",
                                studio.email(),
                                "--password-file",
                                "password",
                                "--title",
                                "Published by " + folder.getFileName(),
                                "--free",
                                "teaser.mp4",
                                "--json"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String lastLine(CommandLine.Outcome outcome) {
        return outcome.errors().lines().toList().getLast();
    }
}
