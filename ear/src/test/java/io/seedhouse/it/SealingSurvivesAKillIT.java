package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SIGKILL in the middle of a seal, on a server of its own: the next start finishes the job. */
class SealingSurvivesAKillIT {

    private static final List<String> REELS = List.of("reel 1.mp4", "reel 2.mp4", "reel 3.mp4");
    private static final long REEL_BYTES = 220_000_001;

    private final Path home = PlatformUnderTest.scratch().resolve("killed-home");
    private final Path clear = PlatformUnderTest.scratch().resolve("killed-clear");
    private final int port = PlatformUnderTest.freePort();

    @Test
    void aSealInterruptedByAKillCompletesAfterTheNextStart() throws Exception {
        String[] bundle = {""};
        Studio[] studio = new Studio[1];
        try (var server = ServerProcess.start(home, port)) {
            on(
                    server,
                    () -> {
                        studio[0] = Studio.open("killed");
                        bundle[0] = uploadReels(studio[0]);
                        assertEquals(202, studio[0].seal(bundle[0]).status());
                        awaitHalfDone(studio[0], bundle[0]);
                        server.kill();
                        return null;
                    });
        }
        try (var server = ServerProcess.start(home, port)) {
            on(
                    server,
                    () -> {
                        studio[0].awaitSealed(bundle[0]);
                        assertEveryReelOpens(studio[0], bundle[0]);
                        return null;
                    });
        }
    }

    private static void on(
            ServerProcess server, ScopedValue.CallableOp<@Nullable Void, Exception> work)
            throws Exception {
        ScopedValue.where(PlatformUnderTest.OTHER, server.baseUrl()).call(work);
    }

    private String uploadReels(Studio studio) throws IOException {
        String bundle = studio.bundle("Three reels");
        for (String reel : REELS) {
            Path file = Films.make(clear.resolve(reel), REEL_BYTES, reel.hashCode());
            studio.tus().upload(bundle, file, "paid");
        }
        return bundle;
    }

    /** Returns while the job is at work on a file, with others done or still to do. */
    private static void awaitHalfDone(Studio studio, String bundle) {
        Await.until(
                "the seal is under way",
                Duration.ofMinutes(1),
                () -> {
                    JsonObject now = studio.show(bundle);
                    assertEquals("sealing", now.get("status").getAsString(), "caught too late");
                    long done = now.getAsJsonObject("progress").get("doneBytes").getAsLong();
                    return Optional.of(done).filter(bytes -> bytes > REEL_BYTES / 10);
                });
    }

    private void assertEveryReelOpens(Studio studio, String bundle) throws IOException {
        Answer tier = studio.tier(bundle, "all", 0, "usd", REELS.toArray(String[]::new));
        assertEquals(200, tier.status(), tier.text());
        studio.publish(bundle);
        Answer order =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/offers/" + tier.string("offerId") + "/checkouts",
                                "{\"email\":\"fan@audience.example\"}");
        assertEquals(201, order.status(), order.text());
        assertTrue(order.json().get("checkoutUrl").isJsonNull(), "nothing is to be paid");
        var buyer = new Buyer(order.string("orderId"), order.string("orderToken"), "");
        Path keyring = Files.writeString(clear.resolve("keyring.txt"), buyer.keyring().text());
        Path out = clear.resolve("out");
        var unlocked =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        keyring.toString(),
                        "--out",
                        out.toString(),
                        home.resolve("content/" + bundle).toString());
        assertEquals(0, unlocked.status(), unlocked.all());
        for (String reel : REELS) {
            assertEquals(
                    Films.sha256(clear.resolve(reel)), Films.sha256(Folders.find(out, reel)), reel);
        }
    }
}
