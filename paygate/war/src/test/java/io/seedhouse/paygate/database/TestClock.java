package io.seedhouse.paygate.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock that moves only when told to. */
public final class TestClock extends Clock {
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** Shows this time so often, and then fails: the moment a server dies. */
    public Clock endingAfter(int times) {
        var left = new AtomicInteger(times);
        return new Clock() {
            @Override
            public Instant instant() {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("the server has died");
                }
                return TestClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
