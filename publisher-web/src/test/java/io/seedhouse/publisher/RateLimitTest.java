package io.seedhouse.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private long now = 1_000;
    private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(10), () -> now);

    @Test
    void refusesTheAttemptAfterTheLastPermitAndSaysHowLongToWait() {
        limit.take("a");
        pass(Duration.ofMinutes(4));
        limit.take("a");
        assertEquals(Optional.of(Duration.ofMinutes(6)), limit.take("a"));
    }

    @Test
    void countsEachKeyForItself() {
        limit.take("a");
        limit.take("a");
        assertTrue(limit.take("b").isEmpty());
    }

    @Test
    void allowsAgainOnceTheWindowOfTheFirstAttemptIsOver() {
        for (int i = 0; i < 5; i++) {
            limit.take("a");
            pass(Duration.ofMinutes(1));
        }
        pass(Duration.ofMinutes(5));
        assertTrue(limit.take("a").isEmpty());
    }

    @Test
    void anAttemptGivenBackDoesNotCount() {
        limit.take("a");
        limit.take("a");
        limit.giveBack("a");
        assertTrue(limit.take("a").isEmpty());
        assertTrue(limit.take("a").isPresent());
    }

    @Test
    void forgetsAKeyThatIsCleared() {
        limit.take("a");
        limit.take("a");
        limit.clear("a");
        assertTrue(limit.take("a").isEmpty());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
