package io.seedhouse.tracker.interop;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.peer.MetadataPeer;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.udp.UdpServer;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The program behind {@link TrackerProcess}: our tracker for one torrent, its web seed and the peer
 * for its metadata, on both families. Says for each line it is given how many seed, fetch and have
 * fetched; ends with its input.
 */
final class OpenTracker {
    private static final Networks EXEMPT = Networks.parse("10.77.0.3,fd77::3", "exempt");

    private OpenTracker() {}

    /**
     * @param arguments home of the {@link Film}, its infohash of version 1, and that of version 2
     *     of a hybrid
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Infohash v1 = new Infohash(arguments[1]);
        Infohash v2 = arguments.length > 2 ? new Infohash(arguments[2]) : null;
        AdmittedTorrents admitted =
                Admitting.only(new Torrent(UUID.fromString(Film.BUNDLE), v1, v2, Film.NAME));
        Tally tally = new Tally();
        try (UdpServer udp = UdpServer.start(any(Door.UDP_PORT), admitted, EXEMPT, tally, 0);
                MetadataPeer peer =
                        MetadataPeer.start(
                                any(Door.PEER_PORT),
                                admitted,
                                home.resolve("torrents"),
                                EXEMPT,
                                tally);
                EmbeddedTracker http =
                        new EmbeddedTracker(
                                "::",
                                Door.HTTP_PORT,
                                admitted,
                                home.resolve("content"),
                                EXEMPT,
                                tally)) {
            admitted.tellOf(Family.V4, wire("10.77.0.254", peer.port()));
            admitted.tellOf(Family.V6, wire("fd77::254", peer.port()));
            System.out.println("ready " + udp.port() + " " + http.port());
            answer(admitted.announced(WireInfohash.of(v1)).orElseThrow().swarm());
        }
    }

    private static InetSocketAddress any(int port) {
        return new InetSocketAddress("::", port);
    }

    private static byte[] wire(String address, int port) {
        byte[] host = InetAddress.ofLiteral(address).getAddress();
        return ByteBuffer.allocate(host.length + 2).put(host).putShort((short) port).array();
    }

    private static void answer(Swarm swarm) throws IOException {
        while (System.in.read() >= 0) {
            System.out.printf("%d %d %d%n", swarm.seeders(), swarm.leechers(), swarm.completed());
        }
    }
}
