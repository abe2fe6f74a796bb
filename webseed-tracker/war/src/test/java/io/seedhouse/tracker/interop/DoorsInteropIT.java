package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.interop.Hosts.Host;
import io.seedhouse.tracker.interop.TrackerProcess.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One client shares, another of its kind fetches, and they know of each other through our tracker
 * alone. Transmission 3.00 and aria2 do not speak to UDP trackers over IPv6, and libtorrent asks an
 * HTTP tracker at a literal IPv6 address with a Host field that lacks the brackets, which Undertow
 * refuses; at a name it does not.
 */
class DoorsInteropIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "TRANSMISSION, HTTP_V4",
        "TRANSMISSION, HTTP_V6",
        "TRANSMISSION, UDP_V4",
        "ARIA2, HTTP_V4",
        "ARIA2, HTTP_V6",
        "ARIA2, UDP_V4",
        "LIBTORRENT, HTTP_V4",
        "LIBTORRENT, UDP_V4",
        "LIBTORRENT, UDP_V6"
    })
    void fetchesFromAPeerThatOnlyTheTrackerKnew(StockClient client, Door door) throws Exception {
        Film film = Film.make(folder, client == StockClient.LIBTORRENT, door);
        Path fetched = folder.resolve("fetched");
        try (Hosts hosts = new Hosts()) {
            TrackerProcess tracker = TrackerProcess.start(hosts, film);
            start(client, hosts, Host.SEEDER, film, film.whole());
            await(tracker, new Counts(1, 0, 0));
            start(client, hosts, Host.FETCHER, film, fetched);
            await(tracker, new Counts(2, 0, 1));
            Await.until(
                    "the film lies there whole",
                    PATIENCE,
                    () -> film.sha256().equals(Film.sha256(fetched)));
        }
    }

    private void start(StockClient client, Hosts hosts, Host host, Film film, Path into)
            throws Exception {
        client.start(hosts, host, folder, film.torrent(), into);
    }

    private void await(TrackerProcess tracker, Counts expected) throws Exception {
        try {
            Await.until(expected.toString(), PATIENCE, () -> tracker.counts().equals(expected));
        } catch (AssertionError e) {
            assertEquals(expected, tracker.counts(), said(Host.SEEDER) + said(Host.FETCHER));
            throw e;
        }
    }

    private String said(Host host) throws Exception {
        Path said = folder.resolve(host + ".txt");
        return Files.exists(said) ? host + ":\n" + Files.readString(said) : "";
    }
}
