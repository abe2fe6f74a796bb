package io.seedhouse.publisher.account;

import java.time.Duration;

/** What became of {@link Accounts#signIn}. */
public sealed interface SignIn {
    record SignedIn(Publisher publisher) implements SignIn {}

    /** Unknown address or wrong password: which of the two is not told. */
    record WrongPassword() implements SignIn {}

    record TooMany(Duration retryAfter) implements SignIn {}
}
