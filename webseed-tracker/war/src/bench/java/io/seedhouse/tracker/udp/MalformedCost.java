package io.seedhouse.tracker.udp;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceAnswer;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.Bencoder;
import io.seedhouse.tracker.wire.MalformedRequest;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What malformed requests cost beside a good one: nanoseconds of one thread, best of rounds. */
public final class MalformedCost {
    private static final String HASH = "ab".repeat(20);
    private static final int ROUNDS = 12;
    private static final int TIMES = 100_000;
    private static final byte[] ADDRESS = {(byte) 192, 0, 2, 1};
    private static final Sender FROM = ConnectionIdsTest.sender("192.0.2.1");

    private final ConnectionIds ids = new ConnectionIds(120);
    private final AdmittedTorrents admitted;
    private final Announce announce = new Announce();
    private final Bencoder reply = new Bencoder();
    private final UdpTracker tracker;
    private final MemorySegment in = Arena.global().allocate(4096);
    private final MemorySegment out = Arena.global().allocate(4096);

    private MalformedCost() {
        Torrent film = new Torrent(UUID.randomUUID(), new Infohash(HASH), null, "Film");
        admitted = Admitting.only(film);
        Networks exempt = Networks.parse("192.0.2.0/24", "exempt");
        tracker = new UdpTracker(admitted, exempt, new Tally(), ids);
        tracker.turn();
    }

    public static void main(String[] arguments) {
        MalformedCost cost = new MalformedCost();
        cost.overUdp();
        cost.overHttp();
    }

    private void overUdp() {
        byte[] good = UdpTrackerTest.announce(ids.issue(FROM), HASH, 6881, 5, 2);
        for (int port = 1; port <= 100; port++) {
            answer(UdpTrackerTest.announce(ids.issue(FROM), HASH, port, port % 2, 2));
        }
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("good announce, 50 peers", good);
        kinds.put("connect", UdpTrackerTest.connect(1));
        kinds.put("fewer than 16 bytes", Arrays.copyOf(good, 15));
        kinds.put("more than 2048 bytes", Arrays.copyOf(good, 2049));
        kinds.put("guessed connection id", ByteBuffer.wrap(good.clone()).putLong(42).array());
        kinds.put("short announce", Arrays.copyOf(good, 97));
        kinds.put("unknown action", ByteBuffer.wrap(good.clone()).putInt(8, 9).array());
        kinds.put("port 0", ByteBuffer.wrap(good.clone()).putChar(96, '\0').array());
        kinds.put("left -2", ByteBuffer.wrap(good.clone()).putLong(64, -2).array());
        kinds.put("torrent not admitted", ByteBuffer.wrap(good.clone()).putLong(16, 1).array());
        byte[] options = Arrays.copyOf(good, 2048);
        Arrays.fill(options, 98, 2048, (byte) 1);
        options[2047] = 2;
        kinds.put("2 kB of options, cut off", options);
        kinds.forEach((name, datagram) -> report("UDP", name, best(() -> answer(datagram))));
    }

    private int answer(byte[] datagram) {
        MemorySegment.copy(datagram, 0, in, ValueLayout.JAVA_BYTE, 0, datagram.length);
        return tracker.answer(in, 0, datagram.length, FROM, out, 0);
    }

    /** What an announce costs beyond the server's own work on the request. */
    private void overHttp() {
        String hash = "info_hash=%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab%ab";
        String good = hash + "&peer_id=-XX0001-abcdefghijkl&port=6881&uploaded=0&downloaded=0";
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("good announce, 50 peers", good + "&left=5&compact=1&numwant=50");
        kinds.put("empty", "");
        kinds.put("broken escape at the end", good + "&left=%4");
        kinds.put("no left", good);
        kinds.put("port 0", hash + "&port=0");
        kinds.put("negative left", good + "&left=-5");
        kinds.put("7 kB of ampersands", "&".repeat(7000));
        kinds.put("7 kB of an infohash", "info_hash=" + "%41".repeat(2330));
        kinds.forEach((name, query) -> report("HTTP", name, best(() -> reply(query))));
    }

    private int reply(String query) {
        reply.clear();
        try {
            AnnounceRequest request = AnnounceRequest.parse(query);
            WireInfohash hash = request.infohash();
            Announced found =
                    Objects.requireNonNull(
                            admitted.find(hash.first(), hash.second(), hash.third()));
            announce.from(ADDRESS, 0, Family.V4, request.port(), true)
                    .says(found.version(), request.event(), request.left(), request.wanted())
                    .at(0, true);
            found.swarm().announce(announce);
            answer().compactTo(reply);
        } catch (MalformedRequest e) {
            reply.put(e.failure().encoded());
        }
        return reply.length();
    }

    private AnnounceAnswer answer() {
        return new AnnounceAnswer(
                announce.interval(),
                60,
                announce.seeders(),
                announce.leechers(),
                ADDRESS,
                announce.peers(Family.V4),
                announce.count(Family.V4),
                announce.peers(Family.V6),
                announce.count(Family.V6));
    }

    private interface Work {
        int once();
    }

    private static double best(Work work) {
        long best = Long.MAX_VALUE;
        int sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                sink += work.once();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return sink == 42 ? -1 : (double) best / TIMES;
    }

    private static void report(String transport, String name, double nanos) {
        System.out.printf(Locale.ROOT, "%-5s %-26s %7.0f ns%n", transport, name, nanos);
    }
}
