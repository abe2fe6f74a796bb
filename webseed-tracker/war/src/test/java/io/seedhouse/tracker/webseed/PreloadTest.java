package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What a bundle sells is kept back until its preload begins, and nothing else is. */
class PreloadTest {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final UUID LONE = UUID.randomUUID();
    private static final Instant MOMENT = Instant.parse("2027-01-31T18:00:00Z");

    @TempDir Path home;
    private final AdmittedTorrents admitted =
            Admitting.only(torrent(BUNDLE, "Film", 'a'), torrent(LONE, "Lone", 'b'));
    private volatile Instant now = MOMENT.minus(Duration.ofDays(1));
    private final AtomicInteger looksUntilTheMoment = new AtomicInteger(Integer.MAX_VALUE);
    private EmbeddedTracker tracker;

    @BeforeEach
    void start() throws IOException {
        write(BUNDLE + "/Film/README.txt");
        write(BUNDLE + "/Film/free/trailer.mp4");
        write(BUNDLE + "/Film/free/locked/odd.txt");
        write(BUNDLE + "/Film/locked/film.mp4.age");
        write(LONE + "/Lone/locked/film.mp4.age");
        Admitting.lock(admitted, BUNDLE, MOMENT);
        Admitting.lock(admitted, LONE, MOMENT);
        tracker = new EmbeddedTracker(WebSeeds.unlimited(admitted, home, new Tally()), this::look);
    }

    private Instant look() {
        return looksUntilTheMoment.getAndDecrement() > 0 ? now : MOMENT;
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    private static Torrent torrent(UUID bundle, String name, char digit) {
        return new Torrent(bundle, new Infohash(String.valueOf(digit).repeat(40)), null, name);
    }

    private void write(String path) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0123456789");
    }

    private Response get(UUID bundle, String path, String... headers) throws IOException {
        return tracker.client().get("/tracker/seed/" + bundle + path, headers);
    }

    @Test
    void asksForWhatIsSoldToComeBackAndSaysWhen() throws IOException {
        Response refused = get(BUNDLE, "/Film/locked/film.mp4.age");
        assertEquals(503, refused.status());
        assertEquals("60", refused.header("retry-after"), "a day is too long for any client");
        assertEquals("no-store", refused.header("cache-control"));
        assertEquals(
                "This file can be fetched from 2027-01-31T18:00:00Z on, and the free ones now.\n",
                refused.text());
        now = MOMENT.minusMillis(1500);
        assertEquals("2", get(BUNDLE, "/Film/locked/film.mp4.age").header("retry-after"));
    }

    @Test
    void servesItFromTheMomentOnAndNotBefore() throws IOException {
        now = MOMENT.minusMillis(1);
        assertEquals(503, get(BUNDLE, "/Film/locked/film.mp4.age").status());
        now = MOMENT;
        assertEquals(200, get(BUNDLE, "/Film/locked/film.mp4.age").status());
        assertEquals(206, get(BUNDLE, "/Film/locked/film.mp4.age", "Range: bytes=0-3").status());
    }

    /** What libtorrent makes of each of these answers stands in docs/protocol/web-seed.md. */
    @Test
    void sendsWhoeverAsksForARangeToAnAddressWhereItWaits() throws IOException {
        Response sent = get(BUNDLE, "/Film/locked/film.mp4.age?token=no", "Range: bytes=0-3");
        assertEquals(307, sent.status());
        assertEquals(
                "/tracker/seed/" + BUNDLE + "/Film/locked/film.mp4.age?token=no&wait",
                sent.header("location"));
        assertEquals("no-store", sent.header("cache-control"));
        assertEquals(503, get(BUNDLE, "/Film/locked/film.mp4.age?wait").status());
    }

    @Test
    void hangsUpWithoutAnAnswerOnWhoeverHasWaitedThere() throws IOException {
        now = MOMENT.minusMillis(40);
        String request =
                "GET /tracker/seed/%s/Film/locked/film.mp4.age?wait HTTP/1.1\r\nHost: localhost\r\n"
                        + "Range: bytes=0-3\r\n\r\n";
        assertEquals("", tracker.client().pipelined(request.formatted(BUNDLE)));
    }

    @Test
    void servesWhoeverWaitsAsSoonAsTheMomentComes() throws IOException {
        now = MOMENT.minusMillis(40);
        looksUntilTheMoment.set(2);
        Response part = get(BUNDLE, "/Film/locked/film.mp4.age?wait", "Range: bytes=2-3");
        assertEquals(206, part.status());
        assertEquals("23", part.text());
    }

    /** The second request of an address takes the short way, past the worker. */
    @Test
    void keepsBackAlsoWhatWasFoundAMomentAgo() throws IOException {
        now = MOMENT;
        assertEquals(200, get(BUNDLE, "/Film/locked/film.mp4.age").status());
        now = MOMENT.minusMillis(1);
        assertEquals(503, get(BUNDLE, "/Film/locked/film.mp4.age").status());
    }

    @Test
    void servesTheFreePartBefore() throws IOException {
        assertEquals(200, get(BUNDLE, "/Film/README.txt").status());
        assertEquals(200, get(BUNDLE, "/Film/free/trailer.mp4").status());
        assertEquals(200, get(BUNDLE, "/Film/free/locked/odd.txt").status());
        assertEquals(200, get(BUNDLE, "/Film/.pad/16").status());
        assertEquals(404, get(BUNDLE, "/Film/locked/none.age").status());
    }

    @Test
    void isNotTalkedIntoItByAnotherSpellingOfTheAddress() throws IOException {
        assertEquals(503, get(BUNDLE, "/Film/%6Cocked/film%2Emp4.age").status());
        assertEquals(503, get(LONE, "/Lone").status(), "the only file, without its path");
        assertEquals(404, get(BUNDLE, "/Film/free/../locked/film.mp4.age").status());
        assertEquals(404, get(BUNDLE, "/Film/free%2F..%2Flocked/film.mp4.age").status());
    }

    @Test
    void servesAllOfABundleWhoseMomentWasTakenAway() throws IOException {
        Admitting.lock(admitted, BUNDLE, null);
        assertEquals(200, get(BUNDLE, "/Film/locked/film.mp4.age").status());
    }
}
