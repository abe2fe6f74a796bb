package io.seedhouse.tracker.interop;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.udp.UdpServer;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The program behind {@link TrackerProcess}: our tracker for one torrent, on both families. Says
 * for each line it is given how many seed, fetch and have fetched; ends with its input.
 */
final class OpenTracker {
    private OpenTracker() {}

    /**
     * @param arguments the infohash of version 1, and that of version 2 of a hybrid
     */
    public static void main(String[] arguments) throws Exception {
        Infohash v1 = new Infohash(arguments[0]);
        Infohash v2 = arguments.length > 1 ? new Infohash(arguments[1]) : null;
        AdmittedTorrents admitted =
                Admitting.only(new Torrent(UUID.randomUUID(), v1, v2, Film.NAME));
        Swarm swarm = admitted.announced(WireInfohash.of(v1)).orElseThrow().swarm();
        Networks exempt = Networks.parse("", "exempt");
        Tally tally = new Tally();
        try (UdpServer udp =
                        UdpServer.start(
                                new InetSocketAddress("::", Door.UDP_PORT),
                                admitted,
                                exempt,
                                tally,
                                0);
                EmbeddedTracker http =
                        new EmbeddedTracker(
                                "::", Door.HTTP_PORT, admitted, Path.of("."), exempt, tally)) {
            System.out.println("ready " + udp.port() + " " + http.port());
            while (System.in.read() >= 0) {
                System.out.printf(
                        "%d %d %d%n", swarm.seeders(), swarm.leechers(), swarm.completed());
            }
        }
    }
}
