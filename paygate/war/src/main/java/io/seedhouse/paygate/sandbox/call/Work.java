package io.seedhouse.paygate.sandbox.call;

import com.google.gson.JsonElement;
import jakarta.persistence.EntityManager;

/**
 * What a call does once its parameters were found to be in order. From here on its answer belongs
 * to its idempotency key, as at Stripe.
 */
@FunctionalInterface
public interface Work {
    /**
     * Does it within one transaction.
     *
     * @return the answer's body
     * @throws StripeRefusal when the state of things does not allow it; nothing is changed then
     */
    JsonElement run(EntityManager db);
}
