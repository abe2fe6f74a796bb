package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tracker with one hybrid torrent, a clock that stands still, and browsers that come to it. */
abstract class WebSocketTest {
    static final Torrent FILM =
            new Torrent(
                    UUID.randomUUID(),
                    new Infohash("ff".repeat(20)),
                    new Infohash("00".repeat(32)),
                    "Film");
    static final String V1 = "\u00ff".repeat(20);
    static final String V2 = "\0".repeat(20);
    static final String UNKNOWN = "\u00aa".repeat(20);

    final AtomicLong millis = new AtomicLong();
    final Tally tally = new Tally();
    final AdmittedTorrents admitted = Admitting.only(torrents());
    final WebSocketDoor door = new WebSocketDoor(admitted, exempt(), tally, bounds(), clock());
    final EmbeddedTracker tracker = new EmbeddedTracker(admitted, "127.0.0.1", door);

    private final List<Browser> browsers = new ArrayList<>();
    private final SilentLog log = new SilentLog();

    Torrent[] torrents() {
        return new Torrent[] {FILM};
    }

    Networks exempt() {
        return Networks.parse("192.0.2.0/24", "exempt");
    }

    LongSupplier clock() {
        return millis::get;
    }

    Bounds bounds() {
        return Bounds.USUAL;
    }

    @BeforeEach
    void start() {
        tracker.port();
    }

    @AfterEach
    void stop() {
        browsers.forEach(Browser::close);
        tracker.close();
        log.close();
    }

    Browser browser(String name, String... headers) {
        Browser browser = new Browser(tracker.port(), name, headers);
        browsers.add(browser);
        return browser;
    }

    /** A peer that has announced, and has heard the answer. */
    Browser leecher(String name) {
        Browser browser = browser(name);
        browser.ask(browser.announce(V1, 7));
        return browser;
    }

    Browser seeder(String name) {
        Browser browser = browser(name);
        browser.ask(browser.announce(V1, 0));
        return browser;
    }

    static JsonObject counts(Browser asker, String infohash) {
        return asker.ask(Browser.message("scrape", infohash))
                .getJsonObject("files")
                .getJsonObject(infohash);
    }

    /** Asks until the swarm is as it should be; a test that waits in vain runs into its timeout. */
    static void awaitCounts(Browser asker, Predicate<JsonObject> expected) {
        while (!expected.test(counts(asker, V1))) {
            Thread.onSpinWait();
        }
    }
}
