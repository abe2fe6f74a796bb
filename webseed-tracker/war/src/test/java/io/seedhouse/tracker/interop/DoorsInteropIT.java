package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.interop.Hosts.Host;
import io.seedhouse.tracker.interop.TrackerProcess.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One client shares, another of its kind fetches, and they know of each other through our tracker
 * alone. What is not here the client does not speak; the table in docs/protocol/tracker.md says of
 * each why.
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
        "LIBTORRENT, HTTP_V6_BY_NAME",
        "LIBTORRENT, UDP_V4",
        "LIBTORRENT, UDP_V6",
        "QBITTORRENT, HTTP_V4",
        "QBITTORRENT, HTTP_V6_BY_NAME",
        "QBITTORRENT, UDP_V4",
        "QBITTORRENT, UDP_V6",
        "WEBTORRENT, HTTP_V4",
        "WEBTORRENT, HTTP_V6",
        "WEBTORRENT, UDP_V4",
        "WEBTORRENT, WS_V4",
        "WEBTORRENT, WS_V6"
    })
    void fetchesFromAPeerThatOnlyTheTrackerKnew(StockClient client, Door door) throws Exception {
        Film film = Film.make(folder, client.readsHybrids(), door);
        Path fetched = folder.resolve("fetched");
        try (Hosts hosts = new Hosts()) {
            TrackerProcess tracker = TrackerProcess.start(hosts, film);
            start(client, hosts, Host.SEEDER, film, film.whole());
            int had = client.completesWhatItHas() ? 1 : 0;
            await(tracker, new Counts(1, 0, had));
            start(client, hosts, Host.FETCHER, film, fetched);
            await(tracker, new Counts(2, 0, had + 1));
            Await.until(
                    "the film lies there whole",
                    PATIENCE,
                    () -> film.sha256().equals(Film.sha256(fetched)));
        }
    }

    /** When this fails, libtorrent or Undertow has mended it, and {@code HTTP_V6} will do. */
    @Test
    void libtorrentAtALiteralIpv6AddressIsRefusedForItsHostField() throws Exception {
        Film film = Film.make(folder, true, Door.HTTP_V6);
        try (Hosts hosts = new Hosts()) {
            TrackerProcess tracker = TrackerProcess.start(hosts, film);
            start(StockClient.LIBTORRENT, hosts, Host.SEEDER, film, film.whole());
            Await.until("refused", PATIENCE, () -> said(Host.SEEDER).contains("400"));
            assertEquals(new Counts(0, 0, 0), tracker.counts());
        }
    }

    private void start(StockClient client, Hosts hosts, Host host, Film film, Path into)
            throws Exception {
        client.start(hosts, host, folder, film.torrent().toString(), into);
    }

    private void await(TrackerProcess tracker, Counts expected) throws Exception {
        try {
            Await.until(expected.toString(), PATIENCE, () -> tracker.counts().equals(expected));
        } catch (AssertionError e) {
            assertEquals(expected, tracker.counts(), said(Host.SEEDER) + said(Host.FETCHER));
            throw e;
        }
    }

    private String said(Host host) {
        try {
            return host + ":\n" + Files.readString(folder.resolve(host + ".txt"));
        } catch (IOException notStarted) {
            return "";
        }
    }
}
