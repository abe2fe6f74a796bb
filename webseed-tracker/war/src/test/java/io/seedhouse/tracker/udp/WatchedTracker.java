package io.seedhouse.tracker.udp;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Limits;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.swarm.Swarms;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

/** A tracker with tight bounds, of which every answer is examined. */
final class WatchedTracker {
    private static final Limits LIMITS = new Limits(8, 10, 3, 4);
    private static final Networks EXEMPT = Networks.parse("192.0.2.0/24", "exempt");
    private static final int MARGIN = 32;
    private static final byte UNTOUCHED = 0x5a;
    private static final long PROTOCOL = 0x41727101980L;

    private final Swarms swarms = new Swarms(LIMITS, new Intervals());
    private final Tally tally = new Tally();
    private final ConnectionIds ids = new ConnectionIds(120);
    private final UdpTracker tracker;
    private final Swarm swarm;
    private long asked;

    WatchedTracker() {
        AdmittedTorrents admitted = new AdmittedTorrents(swarms);
        Admitting.admit(admitted, DatagramFuzz.FILM);
        WireInfohash infohash = WireInfohash.of(DatagramFuzz.FILM.v1());
        swarm = admitted.announced(infohash).orElseThrow().swarm();
        tracker = new UdpTracker(admitted, EXEMPT, tally, ids);
        tracker.turn();
    }

    long idFor(Sender sender) {
        return ids.issue(sender);
    }

    /**
     * @param cut whether more came than there was room for
     */
    void ask(Sender from, byte[] datagram, boolean cut) {
        byte[] in = Arrays.copyOf(datagram, Answerer.LONGEST_REQUEST + MARGIN);
        byte[] out = new byte[MARGIN + Answerer.LONGEST_ANSWER + MARGIN];
        Arrays.fill(out, UNTOUCHED);
        int length = cut ? Answerer.LONGEST_REQUEST + 1 : datagram.length;
        int answered =
                tracker.answer(
                        MemorySegment.ofArray(in),
                        0,
                        length,
                        from,
                        MemorySegment.ofArray(out),
                        MARGIN);
        require(
                Arrays.equals(in, Arrays.copyOf(datagram, in.length)),
                "the request was written to");
        require(answered == 0 || answered >= 8, "an answer of " + answered + " bytes");
        require(answered <= Answerer.LONGEST_ANSWER, "an answer too long to send");
        untouched(out, 0, MARGIN);
        untouched(out, MARGIN + Math.max(answered, 16), out.length);
        if (answered > 0) {
            checkAnswer(from, in, length, ByteBuffer.wrap(out, MARGIN, answered).slice());
        }
        checkSwarm();
    }

    private void checkAnswer(Sender from, byte[] in, int length, ByteBuffer answer) {
        ByteBuffer request = ByteBuffer.wrap(in);
        require(!(length < 16 || length > Answerer.LONGEST_REQUEST), "no request was answered");
        require(answer.getInt(4) == request.getInt(12), "another transaction");
        boolean proven = ids.holds(request.getLong(0), from);
        require(proven || answer.remaining() <= length, "more sent than an unproven address sent");
        int action = answer.getInt(0);
        require(action == 3 || action == request.getInt(8), "another action");
        switch (action) {
            case 0 -> {
                require(request.getLong(0) == PROTOCOL, "connected without the protocol's number");
                require(ids.holds(answer.getLong(8), from), "an id that does not hold");
            }
            case 1 -> checkAnnounced(from, request, answer, proven);
            case 2 -> {
                require(proven, "a scrape for anybody");
                int count = Math.min(74, (length - 16) / 20);
                require(answer.remaining() == 8 + 12 * count, "another number of torrents");
            }
            default -> checkSentence(answer);
        }
    }

    private static void checkAnnounced(
            Sender from, ByteBuffer request, ByteBuffer answer, boolean proven) {
        require(proven, "an announce by anybody");
        require(request.getChar(96) != 0 && request.getLong(64) >= -1, "a malformed announce");
        int peers = answer.remaining() - 20;
        int wanted = request.getInt(92);
        int width = from.family.wireBytes();
        require(peers % width == 0, "half a peer");
        require(wanted < 0 || peers / width <= wanted, "more peers than asked for");
        require(answer.getInt(8) >= 60 && answer.getInt(8) <= 3825, "an odd interval");
        for (int at = 20; at < answer.remaining(); at += width) {
            require(answer.getChar(at + width - 2) != 0, "a peer at port 0");
        }
    }

    private static void checkSentence(ByteBuffer answer) {
        for (int at = 8; at < answer.remaining(); at++) {
            require(answer.get(at) >= ' ' && answer.get(at) < 0x7f, "an error that is no text");
        }
    }

    private void checkSwarm() {
        int peers = swarm.seeders() + swarm.leechers();
        require(peers <= swarms.peers(), "another population");
        require(swarms.peers() <= LIMITS.peers(), "more peers than allowed");
        long counted = tally.scrapes(Transport.UDP) + tally.refusals(Transport.UDP);
        counted += tally.malformedOf(Transport.UDP);
        counted +=
                Stream.of(Outcome.values()).mapToLong(o -> tally.announces(Transport.UDP, o)).sum();
        require(counted <= ++asked, "counted more than was asked");
    }

    private static void untouched(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            require(bytes[i] == UNTOUCHED, "written beyond the answer");
        }
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }
}
