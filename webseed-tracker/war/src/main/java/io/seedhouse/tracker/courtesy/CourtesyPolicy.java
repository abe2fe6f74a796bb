package io.seedhouse.tracker.courtesy;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is slowed, so that peers carry the load. The rule:
 *
 * <blockquote>
 * A pull is slowed, and never refused, while the swarm can do without us; that is, unless one of
 * the clauses frees it.
 * </blockquote>
 *
 * The clauses are asked again for every few kibibytes sent, so a pull speeds up as soon as its
 * swarm thins out.
 *
 * @param seeders so many make a swarm that can do without us
 * @param clauses those in force
 */
public record CourtesyPolicy(int seeders, Set<Clause> clauses) {
    /** The largest piece: what a client lacks, or seeks to, is never more than that for a while. */
    static final long SMALL = 16L << 20;

    /**
     * A seeder can look after so many: they pass on among themselves what it gives each of them.
     */
    static final int LEECHERS_PER_SEEDER = 10;

    /** Why a pull goes as fast as the line allows, and for one of these reasons when not. */
    enum Clause {
        /** It is small: somebody seeks in a film or lacks a piece. */
        SMALL,

        /** Small is only what is small together with the client's other small ranges of late. */
        TOGETHER,

        /** Somebody is watching in a browser, where few peers can be reached. */
        PLAYER,

        /** Too few seeders: the swarm is thin. */
        FEW_SEEDERS,

        /** Too many leechers for the seeders there are, as at a premiere. */
        MANY_LEECHERS,

        /** Nobody finishes: the seeders are not what they say, or cannot be reached. */
        STALLED
    }

    /** Whether a pull alone is a small range. */
    static boolean isSmall(Pull pull) {
        return pull.bytes() <= SMALL;
    }

    /** The whole rule. */
    public CourtesyPolicy(int seeders) {
        this(seeders, EnumSet.allOf(Clause.class));
    }

    /**
     * Whether a pull is to be slowed now.
     *
     * @param together bytes of its client's small ranges of late, its own included
     */
    boolean slows(Pull pull, long together, Crowd crowd, boolean stalled) {
        return clauses.stream().noneMatch(clause -> frees(clause, pull, together, crowd, stalled));
    }

    private boolean frees(Clause clause, Pull pull, long together, Crowd crowd, boolean stalled) {
        return switch (clause) {
            case SMALL ->
                    isSmall(pull) && (together <= SMALL || !clauses.contains(Clause.TOGETHER));
            case TOGETHER -> false;
            case PLAYER -> pull.player();
            case FEW_SEEDERS -> crowd.seeders() < seeders;
            case MANY_LEECHERS -> crowd.leechers() > crowd.seeders() * LEECHERS_PER_SEEDER;
            case STALLED -> stalled;
        };
    }
}
