package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.api.SeedTokens;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Issues players' tokens to other modules. */
@Stateless
@Local(SeedTokens.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TokenDesk implements SeedTokens {
    @Inject PlayerTokens tokens;

    @Override
    public Token issue(UUID bundleId) {
        Instant expires = tokens.expiry();
        return new Token(tokens.issue(bundleId, expires), expires);
    }
}
