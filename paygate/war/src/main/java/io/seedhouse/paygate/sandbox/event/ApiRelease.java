package io.seedhouse.paygate.sandbox.event;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import io.seedhouse.paygate.sandbox.clock.Setting;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The release of the API that events are written by. Stripe writes them by the account's or the
 * endpoint's release, which may be older than the one the shop calls with
 * (docs.stripe.com/webhooks/versioning). Then the SDK gives no object, and what the old release did
 * not know is missing.
 */
public record ApiRelease(String version) {
    private static final String NAME = "api_version";

    /** What came with later releases. */
    private static final List<String> LATER =
            List.of("status", "payment_status", "amount_captured", "latest_charge", "actionable");

    /** The release of the SDK. */
    public static ApiRelease current() {
        return new ApiRelease(Stripe.API_VERSION);
    }

    static ApiRelease of(EntityManager db) {
        return Setting.read(db, NAME).map(ApiRelease::new).orElseGet(ApiRelease::current);
    }

    /** Makes it the release of every event from now on. */
    public void set(EntityManager db) {
        if (equals(current())) {
            Setting.clear(db, NAME);
        } else {
            Setting.write(db, NAME, version);
        }
    }

    /** The object as this release has it. */
    JsonObject shape(JsonObject object) {
        if (!equals(current())) {
            LATER.forEach(object::remove);
        }
        return object;
    }
}
