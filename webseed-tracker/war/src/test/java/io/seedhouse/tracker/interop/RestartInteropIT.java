package io.seedhouse.tracker.interop;

import io.seedhouse.tracker.interop.Hosts.Host;
import io.seedhouse.tracker.interop.TrackerProcess.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tracker dies without a word while a crowd announces, and comes back knowing nobody. Clients
 * that announce in between find it silent, and come back by themselves; libtorrent over UDP with a
 * connection id of the dead one's.
 */
class RestartInteropIT {
    /** libtorrent waits 17 seconds after one failure, and 55 after the next. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final List<Door> PLAIN = List.of(Door.HTTP_V4, Door.HTTP_V6, Door.UDP_V4);
    private static final int AT_EACH = 30;
    private static final int BROWSERS = 5;
    private static final int CROWD = AT_EACH * PLAIN.size() + BROWSERS;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"LIBTORRENT, HTTP_V4", "LIBTORRENT, UDP_V4"})
    void everyoneIsThereAgainAfterATrackerWasKilledUnderLoad(StockClient fetcher, Door door)
            throws Exception {
        Film film = Film.make(folder, fetcher.readsHybrids(), door);
        Path fetched = folder.resolve("fetched");
        try (Hosts hosts = new Hosts()) {
            TrackerProcess tracker = TrackerProcess.start(hosts, film);
            Path crowd = crowd(hosts, film, AT_EACH, PLAIN);
            crowd(hosts, film, BROWSERS, List.of(Door.WS_V4));
            Process seeder = start(StockClient.LIBTORRENT, hosts, Host.SEEDER, film, film.whole());
            await(tracker, new Counts(1, CROWD, 0));
            tracker.kill();
            announce(seeder);
            start(fetcher, hosts, Host.FETCHER, film, fetched);
            Await.until(
                    "the crowd has noticed", PATIENCE, () -> said(crowd).contains("fetch failed"));
            TrackerProcess again = TrackerProcess.start(hosts, film);
            await(again, new Counts(2, CROWD, 1));
            Await.until(
                    "the film lies there whole",
                    PATIENCE,
                    () -> film.sha256().equals(Film.sha256(fetched)));
        }
    }

    /** Where what it says goes. */
    private Path crowd(Hosts hosts, Film film, int atEach, List<Door> doors) throws Exception {
        NpmPackages.install();
        List<String> arguments =
                new ArrayList<>(List.of(film.infohashes().getFirst(), String.valueOf(atEach)));
        doors.forEach(door -> arguments.add(door.announce()));
        Path said = folder.resolve("crowd-" + doors.getFirst() + ".txt");
        hosts.start(
                Host.CROWD,
                ProcessBuilder.Redirect.to(said.toFile()),
                NpmPackages.command("crowd.mjs", arguments.toArray(String[]::new)),
                Map.of());
        return said;
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if its interval had passed: a quarter of an hour, which nobody waits for here. */
    private static void announce(Process client) throws Exception {
        client.outputWriter().write('\n');
        client.outputWriter().flush();
    }

    private Process start(StockClient client, Hosts hosts, Host host, Film film, Path into)
            throws Exception {
        return client.start(hosts, host, folder, film.torrent().toString(), into);
    }

    private static void await(TrackerProcess tracker, Counts expected) {
        Await.until(expected.toString(), PATIENCE, () -> tracker.counts().equals(expected));
    }
}
