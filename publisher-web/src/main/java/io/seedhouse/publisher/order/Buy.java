package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Checkouts.Begin;
import java.time.Duration;

/** What became of {@link Buying#buy}. */
public sealed interface Buy {
    /** The paygate's own answer, which may be a refusal too. */
    record Answered(Begin begin) implements Buy {}

    record TooMany(Duration retryAfter) implements Buy {}
}
