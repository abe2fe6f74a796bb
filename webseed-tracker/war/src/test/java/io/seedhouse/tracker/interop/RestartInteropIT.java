package io.seedhouse.tracker.interop;

import io.seedhouse.tracker.interop.Hosts.Host;
import io.seedhouse.tracker.interop.TrackerProcess.Counts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tracker dies without a word and comes back knowing nobody. Clients that announce in between
 * find it silent, and come back by themselves; over UDP with a connection id of the dead one's.
 */
class RestartInteropIT {
    /** libtorrent waits 17 seconds after one failure, and 55 after the next. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"HTTP_V4", "UDP_V4"})
    void clientsFindEachOtherAgainThroughATrackerThatWasKilled(Door door) throws Exception {
        Film film = Film.make(folder, true, door);
        Path fetched = folder.resolve("fetched");
        try (Hosts hosts = new Hosts()) {
            TrackerProcess tracker = TrackerProcess.start(hosts, film);
            Process seeder = start(hosts, Host.SEEDER, film, film.whole());
            await(tracker, new Counts(1, 0, 0));
            tracker.kill();
            announce(seeder);
            start(hosts, Host.FETCHER, film, fetched);
            TrackerProcess again = TrackerProcess.start(hosts, film);
            await(again, new Counts(2, 0, 1));
            Await.until(
                    "the film lies there whole",
                    PATIENCE,
                    () -> film.sha256().equals(Film.sha256(fetched)));
        }
    }

    /** As if its interval had passed: a quarter of an hour, which nobody waits for here. */
    private static void announce(Process client) throws Exception {
        client.outputWriter().write('\n');
        client.outputWriter().flush();
    }

    private Process start(Hosts hosts, Host host, Film film, Path into) throws Exception {
        return StockClient.LIBTORRENT.start(hosts, host, folder, film.torrent().toString(), into);
    }

    private static void await(TrackerProcess tracker, Counts expected) {
        Await.until(expected.toString(), PATIENCE, () -> tracker.counts().equals(expected));
    }
}
