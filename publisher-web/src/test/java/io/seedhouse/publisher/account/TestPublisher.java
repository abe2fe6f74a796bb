package io.seedhouse.publisher.account;

import io.seedhouse.publisher.token.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody who is signed in, without a server that signed them in. */
public final class TestPublisher {
    private TestPublisher() {}

    /** In a browser. */
    public static CurrentPublisher signedIn(UUID id) {
        return signedIn(id, UUID.randomUUID());
    }

    /** In the browser of this session. */
    public static CurrentPublisher signedIn(UUID id, UUID session) {
        return of(new SignedIn.BySession(id, session));
    }

    /** By a token. */
    public static CurrentPublisher withToken(UUID id, UUID token, Set<Scope> scopes) {
        return of(new SignedIn.ByToken(id, token, scopes));
    }

    private static CurrentPublisher of(SignedIn who) {
        return new CurrentPublisher() {
            @Override
            public Optional<UUID> id() {
                return Optional.of(who.publisherId());
            }

            @Override
            Optional<SignedIn> signedIn() {
                return Optional.of(who);
            }
        };
    }
}
