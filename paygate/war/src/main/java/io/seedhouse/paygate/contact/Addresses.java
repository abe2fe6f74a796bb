package io.seedhouse.paygate.contact;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a checkout does with an address that is left, inside its own transaction. */
public final class Addresses {
    private Addresses() {}

    /**
     * Records that an order left its address to the publisher. The same order again changes
     * nothing; another order is another consent, and so brings back who had left.
     *
     * @param email as it was typed and proved
     * @param consent the words that were agreed to, 1 to 2000 characters
     */
    public static void leave(
            EntityManager db,
            UUID bundleId,
            UUID orderId,
            String email,
            String consent,
            Instant now) {
        if (db.find(Consent.class, orderId) == null) {
            var key = email.toLowerCase(Locale.ROOT);
            db.persist(new Consent(orderId, bundleId, key, email, consent, now));
        }
    }
}
