package io.seedhouse.publisher.account;

import io.seedhouse.publisher.session.Session;
import io.seedhouse.publisher.token.Grant;
import io.seedhouse.publisher.token.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How whoever is behind a request has signed in; the request carries it along. */
sealed interface SignedIn {
    UUID publisherId();

    Set<Scope> scopes();

    /** In a browser: everything. */
    record BySession(UUID publisherId, UUID sessionId) implements SignedIn {
        static BySession of(Session session) {
            return new BySession(session.publisherId(), session.id());
        }

        @Override
        public Set<Scope> scopes() {
            return Scope.ALL;
        }
    }

    /** A program: what its token may do, and nothing with the account itself. */
    record ByToken(UUID publisherId, UUID tokenId, Set<Scope> scopes) implements SignedIn {
        public ByToken {
            scopes = Set.copyOf(scopes);
        }

        static ByToken of(Grant grant) {
            return new ByToken(grant.publisherId(), grant.tokenId(), grant.scopes());
        }
    }

    default void note(HttpServletRequest request) {
        request.setAttribute(SignedIn.class.getName(), this);
    }

    static Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()));
    }
}
