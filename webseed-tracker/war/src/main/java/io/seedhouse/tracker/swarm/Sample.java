package io.seedhouse.tracker.swarm;

import java.util.Arrays;

/**
 * Chooses peers for one answer. The peers that may be told are one or two stretches of a roster;
 * laid end to end they make a ring. The ring is entered at a random point and cut into as many arcs
 * as peers are wanted, and one peer is drawn from each: so every peer is equally likely, none comes
 * twice, and an answer takes time for what it holds, whatever the size of the swarm.
 *
 * <p>When a draw hits a network that the answer already has, the arc is drawn from once more. So
 * who holds many addresses in few networks gets fewer places than others.
 */
final class Sample {
    private final Draw draw;

    /**
     * One bit for each of 1024 kinds of network, set for those that the answer has. Networks are
     * dealt to kinds anew for each answer, so that none is taken for another twice.
     */
    private final long[] networks = new long[16];

    private long salt;
    private int first;
    private int gapAt;
    private int gap;
    private int self;
    private int size;

    Sample(Draw draw) {
        this.draw = draw;
    }

    /**
     * Writes peers in their wire form.
     *
     * @param version only peers that announced this infohash are told
     * @param complete whether the asker fetches nothing and so needs nobody but leechers
     * @param asker its place, left out; {@link Roster#NOBODY} when it has none
     * @param wanted most peers to write
     * @return how many were written
     */
    int write(
            Roster roster,
            InfohashVersion version,
            boolean complete,
            int asker,
            int wanted,
            byte[] out,
            int at,
            int width) {
        stretches(roster, version, complete, asker);
        int count = Math.min(wanted, size);
        if (count <= 0) {
            return 0;
        }
        Arrays.fill(networks, 0);
        salt = draw.bits();
        int entry = draw.below(size);
        long arc = ((long) size << 32) / count;
        for (int i = 0; i < count; i++) {
            int from = (int) (i * arc >>> 32);
            int length = (int) ((i + 1) * arc >>> 32) - from;
            roster.copy(choose(roster, entry + from, length), out, at + i * width);
        }
        return count;
    }

    /** How many peers could be told to somebody who is not among them. */
    int eligible(Roster roster, InfohashVersion version, boolean complete) {
        stretches(roster, version, complete, Roster.NOBODY);
        return size;
    }

    private int choose(Roster roster, int from, int length) {
        int place = place(from + draw.below(length));
        if (length > 1 && !isNew(roster.network(place))) {
            place = place(from + draw.below(length));
            isNew(roster.network(place));
        }
        return place;
    }

    /** Notes a network and tells whether it was new, or at least of a new kind. */
    private boolean isNew(long network) {
        long hash = (network ^ salt) * 0x9e3779b97f4a7c15L;
        int kind = (int) ((hash ^ hash >>> 32) * 0xbf58476d1ce4e5b9L >>> 54);
        long bit = 1L << kind;
        boolean isNew = (networks[kind >>> 6] & bit) == 0;
        networks[kind >>> 6] |= bit;
        return isNew;
    }

    private void stretches(Roster roster, InfohashVersion version, boolean complete, int asker) {
        int alone = version == InfohashVersion.V1 ? 0 : 3;
        int end;
        if (complete) {
            first = roster.start(alone);
            gapAt = roster.end(alone) - first;
            gap = roster.start(alone + 3) - roster.end(alone);
            end = roster.end(alone + 3);
        } else {
            first = roster.start(alone);
            end = roster.end(alone + 5);
            gapAt = end - first;
            gap = 0;
        }
        size = end - first - gap;
        self = ordinal(asker, end);
        size -= self < size ? 1 : 0;
    }

    /** A place's number on the ring; beyond its end when it is not on the ring. */
    private int ordinal(int place, int end) {
        int offset = place - first;
        boolean before = offset >= 0 && offset < gapAt;
        boolean behind = offset >= gapAt + gap && place < end;
        return before ? offset : behind ? offset - gap : Integer.MAX_VALUE;
    }

    private int place(int step) {
        int ordinal = step >= size ? step - size : step;
        ordinal += ordinal >= self ? 1 : 0;
        return first + ordinal + (ordinal >= gapAt ? gap : 0);
    }
}
