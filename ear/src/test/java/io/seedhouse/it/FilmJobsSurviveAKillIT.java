package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL in the middle of a job, and between an upload and the look at it, on a server of its own:
 * the next start does both, once, and the killed server's ffmpeg has died with it.
 */
class FilmJobsSurviveAKillIT {
    private final Path home = PlatformUnderTest.scratch().resolve("killed-film-home");
    private final Path clear = PlatformUnderTest.scratch().resolve("killed-film");
    private final int port = PlatformUnderTest.freePort();

    @Test
    void aJobAndALookInterruptedByAKillAreDoneAfterTheNextStart() throws Exception {
        Path film = Drawn.film(clear.resolve("film.mp4"), 90, "1280x720");
        Path other = Drawn.film(clear.resolve("other.mp4"), 2, "64x64");
        FilmDesk[] desk = new FilmDesk[1];
        String[] ids = new String[2];
        try (var server = ServerProcess.start(home, port)) {
            on(
                    server,
                    () -> {
                        desk[0] = FilmDesk.open("Killed");
                        String file = desk[0].upload(film, "paid");
                        String more = ",\"from\":0,\"to\":89000";
                        ids[0] = desk[0].start("teaser", file, more).string("id");
                        awaitHalfDone(desk[0], ids[0]);
                        ids[1] = desk[0].upload(other, "free");
                        server.kill();
                        assertNoFfmpegIsLeft();
                        return null;
                    });
        }
        try (var server = ServerProcess.start(home, port)) {
            on(
                    server,
                    () -> {
                        JsonObject done = desk[0].done(ids[0]);
                        assertEquals(2, done.get("attempt").getAsInt());
                        assertEquals("found", desk[0].film(ids[1]).get("state").getAsString());
                        assertEquals(
                                List.of("film.mp4", "other.mp4", "teaser.mp4"), desk[0].names());
                        return null;
                    });
        }
    }

    private static void on(
            ServerProcess server, ScopedValue.CallableOp<@Nullable Void, Exception> work)
            throws Exception {
        ScopedValue.where(PlatformUnderTest.OTHER, server.baseUrl()).call(work);
    }

    private static void awaitHalfDone(FilmDesk desk, String job) {
        Await.until(
                "the job is under way",
                Duration.ofMinutes(2),
                () -> {
                    JsonObject now = desk.job(job);
                    assertTrue(now.get("ended").isJsonNull(), "caught too late: " + now);
                    return Optional.of(now.get("progress").getAsInt()).filter(p -> p > 20);
                });
    }

    private void assertNoFfmpegIsLeft() {
        Await.until(
                "no ffmpeg is left",
                Duration.ofSeconds(20),
                () -> Optional.of(running()).filter(List::isEmpty));
    }

    /** Those that work in this home. */
    private List<Long> running() {
        return ProcessHandle.allProcesses()
                .filter(p ->
                        p.info()
                                .commandLine()
                                .filter(c -> c.contains("/ffmpeg/ffmpeg "))
                                .filter(c -> c.contains(home.toString()))
                                .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }
}
