package io.seedhouse.tracker.swarm;

/**
 * What is known of a peer beside its address, in one byte: its role, which infohashes it announced,
 * whether its completed download was counted, whether limits per address spare it.
 *
 * <p>A peer that left is kept only when its completed download was counted, so that coming back
 * does not count another; it announced no infohash then, and is told to nobody.
 *
 * <p>Role and infohashes together make its group. A roster keeps each together: first the peers of
 * v1 alone, then those of both infohashes, then those of v2 alone, each with leechers before
 * partial seeds before seeders; behind them those that left. So the peers that may be told to
 * someone are at most two stretches.
 */
final class State {
    /** Role and infohashes have three values each, and those that left are a group. */
    static final int GROUPS = 10;

    /** The group of those that left. */
    static final int GONE = 9;

    private static final int ROLE = 0b11;
    private static final int V1 = 0b100;
    private static final int V2 = 0b1000;
    private static final int VERSIONS = V1 | V2;
    private static final int COMPLETED = 0b10000;
    private static final int EXEMPT = 0b100000;

    private State() {}

    static int of(Role role, InfohashVersion version, boolean exempt) {
        return role.ordinal() | bit(version) | (exempt ? EXEMPT : 0);
    }

    /** The group that a state belongs to. */
    static int group(int state) {
        int versions = state & VERSIONS;
        if (versions == 0) {
            return GONE;
        }
        return (versions == VERSIONS ? 3 : versions == V1 ? 0 : 6) + (state & ROLE);
    }

    static int with(int state, Role role) {
        return state & ~ROLE | role.ordinal();
    }

    static int with(int state, InfohashVersion version) {
        return state | bit(version);
    }

    static int without(int state, InfohashVersion version) {
        return state & ~bit(version);
    }

    static int completed(int state) {
        return state | COMPLETED;
    }

    static boolean isCompleted(int state) {
        return (state & COMPLETED) != 0;
    }

    static boolean isExempt(int state) {
        return (state & EXEMPT) != 0;
    }

    static boolean announced(int state, InfohashVersion version) {
        return (state & bit(version)) != 0;
    }

    static boolean isSeeder(int state) {
        return (state & ROLE) == Role.SEEDER.ordinal();
    }

    /** Whether it announced no infohash at all, and so is no peer any more. */
    static boolean gone(int state) {
        return (state & VERSIONS) == 0;
    }

    private static int bit(InfohashVersion version) {
        return version == InfohashVersion.V1 ? V1 : V2;
    }
}
