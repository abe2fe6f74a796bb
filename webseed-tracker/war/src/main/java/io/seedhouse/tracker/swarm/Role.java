package io.seedhouse.tracker.swarm;

/** What a peer is in its swarm. The order is that of {@link State}'s groups. */
public enum Role {
    /** Still fetches. */
    LEECHER,
    /** Has what it wants, not everything (BEP 21). */
    PARTIAL,
    /** Has everything. */
    SEEDER
}
