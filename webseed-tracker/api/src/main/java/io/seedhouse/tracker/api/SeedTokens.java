package io.seedhouse.tracker.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Marks a browser player for the web seed, which then never slows its pulls in favour of peers that
 * it cannot reach. A token opens nothing: what it lifts is a courtesy, not a limit.
 */
public interface SeedTokens {

    /** A token for one bundle, to be added to a web seed's address as {@code ?token=VALUE}. */
    Token issue(UUID bundleId);

    /**
     * A token.
     *
     * @param value letters, digits, hyphens and underscores
     * @param expires ten minutes after it was issued; a pull begun before goes on
     */
    record Token(String value, Instant expires) {}
}
