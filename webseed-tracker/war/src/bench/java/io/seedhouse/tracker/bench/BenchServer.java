package io.seedhouse.tracker.bench;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.udp.UdpServer;
import io.seedhouse.tracker.wire.Networks;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Our tracker as the platform runs it, over UDP and HTTP, for torrents whose infohashes stand in a
 * file, one a line. Loopback is exempt from limits per address, since all load comes from there.
 */
public final class BenchServer {
    private BenchServer() {}

    public static void main(String[] arguments) throws Exception {
        Torrent[] torrents =
                Files.readAllLines(Path.of(arguments[2])).stream()
                        .map(hex -> new Torrent(UUID.randomUUID(), new Infohash(hex), null, "x"))
                        .toArray(Torrent[]::new);
        AdmittedTorrents admitted = Admitting.only(torrents);
        Networks exempt = Networks.parse("127.0.0.0/8", "exempt");
        Tally tally = new Tally();
        int udp = Integer.parseInt(arguments[0]);
        try (UdpServer server =
                        UdpServer.start(
                                new InetSocketAddress("127.0.0.1", udp),
                                admitted,
                                exempt,
                                tally,
                                0);
                EmbeddedTracker http =
                        new EmbeddedTracker(
                                Integer.parseInt(arguments[1]),
                                admitted,
                                Path.of("."),
                                exempt,
                                tally)) {
            System.out.println("ready " + server.port() + " " + http.port());
            new CountDownLatch(1).await();
        }
    }
}
