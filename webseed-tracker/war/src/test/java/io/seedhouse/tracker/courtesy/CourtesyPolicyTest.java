package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourtesyPolicyTest {
    private final CourtesyPolicy policy = new CourtesyPolicy(5);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a healthy swarm,                 4294967296, 4294967296, false, 5,  50, false, true",
        "a swarm that nobody fetches from, 4294967296, 4294967296, false, 5,   0, false, true",
        "just more than a piece,            16777217, 16777217, false, 5,  50, false, true",
        "a piece,                           16777216, 16777216, false, 5,  50, false, false",
        "a piece after others,                     1, 16777217, false, 5,  50, false, true",
        "a player,                        4294967296, 4294967296, true,  5,  50, false, false",
        "a seeder too few,                4294967296, 4294967296, false, 4,   0, false, false",
        "a leecher too many,              4294967296, 4294967296, false, 5,  51, false, false",
        "a swarm that stands still,       4294967296, 4294967296, false, 50,  5, true,  false"
    })
    void slowsWhatThePeersCanCarry(
            String name,
            long bytes,
            long together,
            boolean player,
            int seeders,
            int leechers,
            boolean stalled,
            boolean slowed) {
        Crowd crowd = new Crowd(seeders, leechers, 0);
        Pull pull = new Pull(bytes, player);
        assertEquals(slowed, policy.slows(pull, together, crowd, stalled), name);
    }
}
