package io.seedhouse.publisher.account;

import java.time.Duration;

/** What became of {@link Accounts#signUp}. */
public sealed interface SignUp {
    record SignedUp(Publisher publisher) implements SignUp {}

    record EmailTaken(String email) implements SignUp {}

    record TooMany(Duration retryAfter) implements SignUp {}
}
