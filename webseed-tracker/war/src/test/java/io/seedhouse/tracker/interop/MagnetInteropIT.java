package io.seedhouse.tracker.interop;

import io.seedhouse.tracker.interop.Hosts.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A magnet link and nobody else there: our own peer tells what the link leaves out, and the web
 * seed has the film.
 */
class MagnetInteropIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "TRANSMISSION, HTTP_V4",
        "TRANSMISSION, HTTP_V6",
        "QBITTORRENT, HTTP_V4",
        "QBITTORRENT, HTTP_V6_BY_NAME"
    })
    void completesFromTheWebSeedKnowingOnlyTheLink(StockClient client, Door door) throws Exception {
        Film film = Film.withWebSeed(folder, client.readsHybrids(), door);
        try (Hosts hosts = new Hosts()) {
            TrackerProcess.start(hosts, film);
            client.start(hosts, Host.FETCHER, folder, film.metainfo().magnet(), fetched());
            awaitWhole(film);
        }
    }

    /** Aria2 takes no web seed from a link: with what it learned from us it needs to be told. */
    @ParameterizedTest
    @EnumSource(names = {"HTTP_V4", "HTTP_V6"})
    void aria2ResolvesTheLinkAndCompletesWhereTheWebSeedIsNamedBesideIt(Door door)
            throws Exception {
        Film film = Film.withWebSeed(folder, false, door);
        String link = film.metainfo().magnet();
        Path saved = folder.resolve(film.infohashes().getFirst() + ".torrent");
        try (Hosts hosts = new Hosts()) {
            TrackerProcess.start(hosts, film);
            StockClient.ARIA2.start(hosts, Host.SEEDER, folder, link, folder);
            Await.until("the metadata", PATIENCE, () -> Files.exists(saved));
            hosts.start(
                    Host.FETCHER,
                    ProcessBuilder.Redirect.to(folder.resolve("aria2.txt").toFile()),
                    List.of(
                            "aria2c",
                            "--no-conf",
                            "--enable-dht=false",
                            "--bt-enable-lpd=false",
                            "--file-allocation=none",
                            "-d",
                            fetched().toString(),
                            "-T",
                            saved.toString(),
                            door.seed(Film.BUNDLE)),
                    Map.of());
            awaitWhole(film);
        }
    }

    private Path fetched() {
        return folder.resolve("fetched");
    }

    private void awaitWhole(Film film) {
        Await.until(
                "the film lies there whole",
                PATIENCE,
                () -> film.sha256().equals(Film.sha256(fetched())));
    }
}
