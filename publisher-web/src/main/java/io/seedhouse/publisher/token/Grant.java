package io.seedhouse.publisher.token;

import java.util.Set;
import java.util.UUID;

/** Whose token it is, and what it may do. */
public record Grant(UUID publisherId, UUID tokenId, Set<Scope> scopes) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
