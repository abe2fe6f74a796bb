package io.seedhouse.publisher.order;

import java.time.Duration;

/** An answer of the paygate, unless the client has asked too often. */
public sealed interface Limited<T> {
    /** The paygate's own answer, which may be a refusal too. */
    record Answered<T>(T answer) implements Limited<T> {}

    /**
     * The paygate was not asked.
     *
     * @param what was tried too often, in the plural and in the reader's language
     */
    record TooMany<T>(String what, Duration retryAfter) implements Limited<T> {}
}
