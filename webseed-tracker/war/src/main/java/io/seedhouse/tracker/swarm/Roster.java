package io.seedhouse.tracker.swarm;

import java.util.Arrays;

/**
 * The peers of one swarm and one address family, packed into bytes: address and port as they go on
 * the wire, one byte of {@link State}, and for each infohash one byte that says when it was last
 * announced. That is nine bytes for IPv4; the index beside it takes four more, and growing by a
 * quarter wastes an eighth on average.
 *
 * <p><b>Places.</b> Records lie without gaps, group after group (see {@link State}). A peer enters
 * a group by moving the first record of each later group to that group's end, and leaves it the
 * other way round: at most one record moves for each group that has any, and mostly there are two
 * or three.
 *
 * <p><b>Index.</b> Linear probing over the places; a removal shifts back what stood behind, so
 * there are no tombstones. A peer's first slot comes from its network alone, a /24 or /56, unless
 * limits spare it: so all peers of one network stand in one run of slots, and counting them is
 * walking that run. How many stand there has a limit, and half the table is empty, so runs are
 * short. The hash is keyed, or strangers could choose addresses that collide.
 *
 * <p>Not safe for use by several threads.
 */
final class Roster {
    /** No such peer. */
    static final int NOBODY = -1;

    private static final int LEAST_CAPACITY = 4;
    private static final int MOST_TICKS = 0xff;
    private static final int LATER = 250;

    private final Family family;
    private final long key;
    private final int stride;
    private final int[] ends = new int[State.GROUPS];
    private byte[] records;
    private Slots slots;

    /**
     * @param key secret of this process
     */
    Roster(Family family, long key) {
        this.family = family;
        this.key = key;
        this.stride = family.wireBytes() + 3;
        this.records = new byte[LEAST_CAPACITY * stride];
        this.slots = table(LEAST_CAPACITY);
    }

    /** Records, those of peers that left among them. */
    int size() {
        return ends[State.GROUPS - 1];
    }

    /** Peers of one role, whatever they announced. */
    int count(Role role) {
        int count = 0;
        for (int group = role.ordinal(); group < State.GONE; group += 3) {
            count += ends[group] - start(group);
        }
        return count;
    }

    /** Where a group begins. */
    int start(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** Behind a group's last place. */
    int end(int group) {
        return ends[group];
    }

    /** The place of a peer, or {@link #NOBODY}. */
    int find(byte[] wire, boolean exempt) {
        int slot = first(wire, 0, exempt);
        int number;
        while ((number = slots.get(slot)) != 0) {
            if (family.same(records, (number - 1) * stride, wire, 0)) {
                return number - 1;
            }
            slot = after(slot);
        }
        return NOBODY;
    }

    /**
     * Whether the network of a peer, or its very address, already has as many peers as it may.
     *
     * @param wire of a peer that limits do not spare
     */
    boolean crowded(byte[] wire, Limits limits) {
        long network = family.network(wire, 0);
        int sameNetwork = 0;
        int sameAddress = 0;
        int number;
        for (int slot = first(wire, 0, false);
                (number = slots.get(slot)) != 0;
                slot = after(slot)) {
            int at = (number - 1) * stride;
            if (family.network(records, at) == network) {
                sameNetwork++;
                sameAddress += family.sameAddress(records, at, wire, 0) ? 1 : 0;
            }
        }
        return sameNetwork >= limits.peersPerNetwork() || sameAddress >= limits.peersPerAddress();
    }

    /**
     * Takes in a peer that is not there yet, at a random place of its group: who comes with many
     * others does not stand among them.
     *
     * @return its place
     */
    int add(byte[] wire, int state, int tick, Draw draw) {
        if (size() == capacity()) {
            resize(size() + Math.max(LEAST_CAPACITY, size() / 4));
        }
        int group = State.group(state);
        int hole = open(group);
        int place = move(hole - draw.below(hole - start(group) + 1), hole);
        System.arraycopy(wire, 0, records, place * stride, family.wireBytes());
        write(place, state, tick, tick);
        int slot = first(wire, 0, State.isExempt(state));
        while (slots.get(slot) != 0) {
            slot = after(slot);
        }
        slots.set(slot, place + 1);
        return place;
    }

    int state(int place) {
        return records[place * stride + family.wireBytes()];
    }

    /** When a peer last announced an infohash; only the lowest eight bits of a tick are kept. */
    int tick(int place, InfohashVersion version) {
        return records[place * stride + family.wireBytes() + 1 + version.ordinal()] & 0xff;
    }

    void touch(int place, InfohashVersion version, int tick) {
        records[place * stride + family.wireBytes() + 1 + version.ordinal()] = (byte) tick;
    }

    /**
     * Gives a peer another state, and so perhaps another place.
     *
     * @return its place
     */
    int become(int place, int state) {
        int before = State.group(state(place));
        int group = State.group(state);
        int at = place;
        if (before != group) {
            byte[] record = Arrays.copyOfRange(records, place * stride, (place + 1) * stride);
            int slot = slotOf(place);
            at = before < group ? leave(place, before, group) : enter(place, before, group);
            System.arraycopy(record, 0, records, at * stride, stride);
            slots.set(slot, at + 1);
        }
        records[at * stride + family.wireBytes()] = (byte) state;
        return at;
    }

    void remove(int place) {
        vacate(slotOf(place));
        leave(place, State.group(state(place)), State.GROUPS);
        if (size() < capacity() / 2 && capacity() > LEAST_CAPACITY) {
            resize(Math.max(LEAST_CAPACITY, size() + size() / 4));
        }
    }

    /** Of some places drawn at random, the one silent for longest. */
    int stalest(int tick, Draw draw) {
        int stalest = draw.below(size());
        for (int i = 1; i < 8; i++) {
            int other = draw.below(size());
            stalest = silence(other, tick) > silence(stalest, tick) ? other : stalest;
        }
        return stalest;
    }

    /** Ticks since a peer last announced anything; who left was silent for longest. */
    int silence(int place, int tick) {
        int state = state(place);
        int least = State.gone(state) ? MOST_TICKS : LATER;
        for (InfohashVersion version : InfohashVersion.BOTH) {
            if (State.announced(state, version)) {
                least = Math.min(least, age(place, version, tick));
            }
        }
        return least;
    }

    /**
     * Ticks since a peer last announced an infohash. A clock that was read before the announce came
     * in is a little behind it; such an age is 0 and not 255.
     */
    int age(int place, InfohashVersion version, int tick) {
        int age = tick - tick(place, version) & MOST_TICKS;
        return age > LATER ? 0 : age;
    }

    /** Copies a peer's address and port. */
    void copy(int place, byte[] to, int position) {
        family.copy(records, place * stride, to, position);
    }

    long network(int place) {
        return family.network(records, place * stride);
    }

    private int capacity() {
        return records.length / stride;
    }

    /**
     * Makes one more place at the end of a group, out of the place behind the last.
     *
     * @return the new place
     */
    private int open(int group) {
        ends[State.GROUPS - 1]++;
        return enter(size() - 1, State.GROUPS - 1, group);
    }

    /** Lets a hole in group {@code from} wander down to the end of an earlier group. */
    private int enter(int place, int from, int to) {
        int hole = place;
        for (int group = from; group > to; group--) {
            hole = move(start(group), hole);
            ends[group - 1]++;
        }
        return hole;
    }

    /** Lets a hole in group {@code from} wander up, to the start of a later group or out. */
    private int leave(int place, int from, int to) {
        int hole = place;
        for (int group = from; group < to; group++) {
            hole = move(ends[group] - 1, hole);
            ends[group]--;
        }
        return hole;
    }

    /** Fills a hole from another place, which becomes the hole; the same place means no move. */
    private int move(int from, int hole) {
        if (from != hole) {
            slots.set(slotOf(from), hole + 1);
            System.arraycopy(records, from * stride, records, hole * stride, stride);
        }
        return from;
    }

    private void write(int place, int state, int tickV1, int tickV2) {
        int at = place * stride + family.wireBytes();
        records[at] = (byte) state;
        records[at + 1] = (byte) tickV1;
        records[at + 2] = (byte) tickV2;
    }

    private void resize(int capacity) {
        records = Arrays.copyOf(records, capacity * stride);
        slots = table(capacity);
        for (int place = 0; place < size(); place++) {
            int slot = firstOf(place);
            while (slots.get(slot) != 0) {
                slot = after(slot);
            }
            slots.set(slot, place + 1);
        }
    }

    /**
     * Half the slots are taken at most. Runs of crowded networks that stand side by side merge, and
     * at four of five would be five times as long.
     */
    private static Slots table(int capacity) {
        return new Slots(2 * capacity, capacity);
    }

    private int slotOf(int place) {
        int slot = firstOf(place);
        while (slots.get(slot) != place + 1) {
            slot = after(slot);
        }
        return slot;
    }

    /** Empties a slot, and moves up what had to stand behind it only because it was taken. */
    private void vacate(int slot) {
        int hole = slot;
        int number;
        for (int next = after(hole); (number = slots.get(next)) != 0; next = after(next)) {
            if (distance(firstOf(number - 1), next) >= distance(hole, next)) {
                slots.set(hole, number);
                hole = next;
            }
        }
        slots.set(hole, 0);
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + slots.length();
    }

    private int after(int slot) {
        int next = slot + 1;
        return next == slots.length() ? 0 : next;
    }

    private int firstOf(int place) {
        return first(records, place * stride, State.isExempt(state(place)));
    }

    private int first(byte[] bytes, int at, boolean exempt) {
        long hash = (exempt ? family.whole(bytes, at) : family.network(bytes, at)) ^ key;
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        hash = (hash ^ hash >>> 29) * 0xbf58476d1ce4e5b9L;
        return (int) ((hash >>> 32) * slots.length() >>> 32);
    }
}
