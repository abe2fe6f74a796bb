package io.seedhouse.tracker.udp;

import static java.nio.ByteOrder.BIG_ENDIAN;

import io.seedhouse.tracker.statistics.Stopwatch;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Clock;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.Networks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The tracker's side of BEP 15, with the byte offsets of docs/protocol/tracker.md. Whoever has not
 * proven his address by a connection id is never sent more bytes than he sent, so nobody can make
 * this tracker flood a third party. Used by one thread.
 */
final class UdpTracker implements Answerer {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfChar CHAR =
            ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(BIG_ENDIAN);

    private static final long PROTOCOL = 0x41727101980L;
    private static final int CONNECT = 0;
    private static final int ANNOUNCE = 1;
    private static final int SCRAPE = 2;
    private static final int ERROR = 3;
    private static final int HEADER = 16;
    private static final int ANNOUNCE_LENGTH = 98;
    private static final int MOST_SCRAPED = 74;

    /** What clients send of a magnet link, before they know how much there is. */
    private static final long UNKNOWN = -1;

    private static final byte[] EXPIRED = ascii("connect again");
    private static final byte[] UNKNOWN_ACTION = ascii("unknown action");
    private static final byte[] MALFORMED = ascii("malformed announce");
    private static final byte[] NO_PORT = ascii("port must be from 1 to 65535");
    private static final byte[] NEGATIVE = ascii("left must not be negative");

    private final AdmittedTorrents admitted;
    private final Networks exempt;
    private final Tally tally;
    private final ConnectionIds ids;
    private final Announce announce = new Announce();
    private final Stopwatch stopwatch = new Stopwatch(Transport.UDP);
    private long seconds;

    UdpTracker(AdmittedTorrents admitted, Networks exempt, Tally tally, ConnectionIds ids) {
        this.admitted = admitted;
        this.exempt = exempt;
        this.tally = tally;
        this.ids = ids;
    }

    @Override
    public void turn() {
        seconds = Clock.seconds();
        ids.at(seconds);
    }

    @Override
    public int answer(
            MemorySegment in, long at, int length, Sender from, MemorySegment out, long outAt) {
        if (length < HEADER || length > LONGEST_REQUEST) {
            return malformed();
        }
        int action = in.get(INT, at + 8);
        out.set(INT, outAt + 4, in.get(INT, at + 12));
        if (action == CONNECT && in.get(LONG, at) == PROTOCOL) {
            out.set(INT, outAt, CONNECT);
            out.set(LONG, outAt + 8, ids.issue(from));
            return HEADER;
        }
        if (!ids.holds(in.get(LONG, at), from)) {
            return length < 8 + EXPIRED.length ? 0 : error(out, outAt, EXPIRED);
        }
        return switch (action) {
            case ANNOUNCE -> announce(in, at, length, from, out, outAt);
            case SCRAPE -> scrape(in, at, length, out, outAt);
            default -> malformed(out, outAt, UNKNOWN_ACTION);
        };
    }

    private int announce(
            MemorySegment in, long at, int length, Sender from, MemorySegment out, long outAt) {
        if (length < ANNOUNCE_LENGTH
                || !Options.wellFormed(in, at + ANNOUNCE_LENGTH, at + length)) {
            return malformed(out, outAt, MALFORMED);
        }
        int port = in.get(CHAR, at + 96);
        long left = in.get(LONG, at + 64);
        if (port == 0 || left < UNKNOWN) {
            return malformed(out, outAt, port == 0 ? NO_PORT : NEGATIVE);
        }
        Announced torrent = find(in, at + 16);
        if (torrent == null) {
            tally.refused(Transport.UDP);
            return error(out, outAt, refusal(in, at + 16).text());
        }
        announce.from(
                        from.address,
                        0,
                        from.family,
                        port,
                        exempt.contain(from.address, from.family.addressBytes()))
                .says(torrent.version(), event(in.get(INT, at + 80)), left, wanted(in, at, from))
                .at(seconds, false);
        long started = stopwatch.start();
        tally.announced(Transport.UDP, torrent.swarm().announce(announce));
        int written = write(from, out, outAt);
        stopwatch.stop(started, tally);
        return written;
    }

    private int write(Sender from, MemorySegment out, long outAt) {
        out.set(INT, outAt, ANNOUNCE);
        out.set(INT, outAt + 8, announce.interval());
        out.set(INT, outAt + 12, announce.leechers());
        out.set(INT, outAt + 16, announce.seeders());
        int bytes = announce.count(from.family) * from.family.wireBytes();
        MemorySegment.copy(
                announce.peers(from.family), 0, out, ValueLayout.JAVA_BYTE, outAt + 20, bytes);
        return 20 + bytes;
    }

    private int scrape(MemorySegment in, long at, int length, MemorySegment out, long outAt) {
        int asked = Math.min(MOST_SCRAPED, (length - HEADER) / 20);
        out.set(INT, outAt, SCRAPE);
        for (int i = 0; i < asked; i++) {
            Announced torrent = find(in, at + HEADER + 20L * i);
            Swarm swarm = torrent == null ? null : torrent.swarm();
            long to = outAt + 8 + 12L * i;
            out.set(INT, to, swarm == null ? 0 : swarm.seeders());
            out.set(INT, to + 4, swarm == null ? 0 : (int) swarm.completed());
            out.set(INT, to + 8, swarm == null ? 0 : swarm.leechers());
        }
        tally.scraped(Transport.UDP);
        return 8 + 12 * asked;
    }

    private @Nullable Announced find(MemorySegment in, long at) {
        return admitted.find(in.get(LONG, at), in.get(LONG, at + 8), in.get(INT, at + 16));
    }

    private Failure refusal(MemorySegment in, long at) {
        return admitted.refusal(in.get(LONG, at), in.get(LONG, at + 8), in.get(INT, at + 16));
    }

    /** As many as asked for, as usual when negative, and no more than an answer has room for. */
    private static int wanted(MemorySegment in, long at, Sender from) {
        int wanted = in.get(INT, at + 92);
        int room = (LONGEST_ANSWER - 20) / from.family.wireBytes();
        return Math.min(room, wanted < 0 ? AnnounceRequest.USUALLY_WANTED : wanted);
    }

    /** 4 is what libtorrent sends for BEP 21's "paused", which that BEP gives no number. */
    private static AnnounceEvent event(int number) {
        return switch (number) {
            case 1 -> AnnounceEvent.COMPLETED;
            case 2 -> AnnounceEvent.STARTED;
            case 3 -> AnnounceEvent.STOPPED;
            case 4 -> AnnounceEvent.PAUSED;
            default -> AnnounceEvent.PERIODIC;
        };
    }

    private int malformed() {
        tally.malformed(Transport.UDP);
        return 0;
    }

    private int malformed(MemorySegment out, long outAt, byte[] message) {
        tally.malformed(Transport.UDP);
        return error(out, outAt, message);
    }

    private static int error(MemorySegment out, long outAt, byte[] message) {
        out.set(INT, outAt, ERROR);
        MemorySegment.copy(message, 0, out, ValueLayout.JAVA_BYTE, outAt + 8, message.length);
        return 8 + message.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
