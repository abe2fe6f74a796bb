package io.seedhouse.publisher.account;

import java.util.Optional;
import java.util.UUID;

/** Somebody who is signed in, without a server that signed them in. */
public final class TestPublisher {
    private TestPublisher() {}

    public static CurrentPublisher signedIn(UUID id) {
        return new CurrentPublisher() {
            @Override
            public Optional<UUID> id() {
                return Optional.of(id);
            }
        };
    }
}
