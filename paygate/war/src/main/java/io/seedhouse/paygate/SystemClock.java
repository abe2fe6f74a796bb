package io.seedhouse.paygate;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The time, so that tests can have another. */
@Dependent
class SystemClock {
    @Produces
    static Clock clock() {
        return Clock.systemUTC();
    }
}
