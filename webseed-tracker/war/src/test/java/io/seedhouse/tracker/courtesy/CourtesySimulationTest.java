package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.courtesy.CourtesyPolicy.Clause;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole evenings of a swarm: what each clause of the rule is for, shown by what people would suffer
 * without it.
 */
class CourtesySimulationTest {
    private static final Set<Clause> ALL = EnumSet.allOf(Clause.class);

    /** Whether an evening goes as a person hopes; there is one for each clause. */
    private static boolean isGood(Clause clause, CourtesyPolicy policy) {
        return switch (clause) {
            case SMALL -> aSeekIsAnsweredSoon(policy);
            case TOGETHER -> piecesAreLeftToPeersLikeWholeFiles(policy);
            case PLAYER -> aViewerNeverWaits(policy);
            case FEW_SEEDERS -> aFirstDayBeginsWell(policy);
            case MANY_LEECHERS -> aPremiereBeginsWell(policy);
            case STALLED -> falseSeedersDoNoHarm(policy);
        };
    }

    /** Twenty seeders with good lines and ten who fetch: peers can do it. */
    private static Simulation popular(CourtesyPolicy policy) {
        return new Simulation(policy, 20, 2.0, 10, 0.5);
    }

    private static boolean aSeekIsAnsweredSoon(CourtesyPolicy policy) {
        Simulation film = popular(policy);
        film.run(60);
        return film.secondsFor(new Pull(4L << 20, false)) <= 2;
    }

    private static boolean piecesAreLeftToPeersLikeWholeFiles(CourtesyPolicy policy) {
        Simulation film = popular(policy).inRangesOf(4L << 20);
        film.secondsUntilAllHaveIt();
        return film.shareOfWebSeed() < 0.1 && film.leastWebSeedSpeed() > 0;
    }

    private static boolean aViewerNeverWaits(CourtesyPolicy policy) {
        Simulation film = popular(policy);
        film.run(60);
        double bitrate = 1.0;
        return film.speedOf(new Pull(4L << 30, true)) >= bitrate;
    }

    private static boolean aFirstDayBeginsWell(CourtesyPolicy policy) {
        Simulation film = new Simulation(policy, 2, 0.5, 10, 0.2);
        film.run(15 * 60);
        return film.least() >= 1000;
    }

    private static boolean aPremiereBeginsWell(CourtesyPolicy policy) {
        Simulation film = new Simulation(policy, 6, 0.5, 200, 0.05);
        film.run(15 * 60);
        return film.least() >= 100;
    }

    private static boolean falseSeedersDoNoHarm(CourtesyPolicy policy) {
        return new Simulation(policy, 20, 0.0, 10, 0.05).secondsUntilAllHaveIt() <= 3 * 3600;
    }

    @Test
    void leavesAPopularFilmToItsPeersAndStillServesEveryone() {
        Simulation film = popular(new CourtesyPolicy(5, ALL));
        int seconds = film.secondsUntilAllHaveIt();
        assertTrue(film.shareOfWebSeed() < 0.1, "the web seed gave " + film.shareOfWebSeed());
        assertTrue(film.leastWebSeedSpeed() > 0, "somebody was refused");
        assertTrue(seconds < 3600, "it took " + seconds);
    }

    @Test
    void isNeededBecauseFreelyTheWebSeedWouldGiveMuchMore() {
        Simulation free = popular(new CourtesyPolicy(Integer.MAX_VALUE, ALL));
        free.secondsUntilAllHaveIt();
        assertTrue(free.shareOfWebSeed() > 0.25, "the web seed gave " + free.shareOfWebSeed());
    }

    @ParameterizedTest
    @EnumSource
    void makesEveryEveningGood(Clause clause) {
        assertTrue(isGood(clause, new CourtesyPolicy(5, ALL)));
    }

    @ParameterizedTest
    @EnumSource
    void needsEachOfItsClauses(Clause missing) {
        Set<Clause> others = EnumSet.complementOf(EnumSet.of(missing));
        assertFalse(isGood(missing, new CourtesyPolicy(5, others)));
    }
}
