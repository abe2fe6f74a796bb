package io.seedhouse.paygate.sandbox.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.sandbox.call.Ids;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes events down, in the transaction of what they tell. */
public record EventLog(SandboxClock clock) {
    /** As long as Stripe keeps them. Source: docs.stripe.com/api/events. */
    static final Duration MEMORY = Duration.ofDays(30);

    /**
     * Something happened.
     *
     * @param object how the thing looks now
     * @return the event's id
     */
    public String record(EntityManager db, String type, StripeObject object) {
        return persist(db, type, object, null);
    }

    /**
     * A thing changed its status.
     *
     * @param before its status until now
     */
    public String change(EntityManager db, String type, StripeObject object, String before) {
        var previous = new JsonObject();
        previous.addProperty("status", before);
        return persist(db, type, object, previous);
    }

    private String persist(
            EntityManager db, String type, StripeObject object, @Nullable JsonElement previous) {
        var release = ApiRelease.of(db);
        var json = ApiResource.GSON.toJsonTree(object).getAsJsonObject();
        var event =
                new SandboxEvent(
                        Ids.next("evt_"),
                        type,
                        release.shape(json),
                        previous,
                        release.version(),
                        clock.now(db));
        db.persist(event);
        // Positions follow the order of writing.
        db.flush();
        return event.id();
    }

    /** Forgets every event that is old enough. */
    public static void forget(EntityManager db, Instant now) {
        db.createQuery("delete from SandboxEvent e where e.created <= :old")
                .setParameter("old", now.minus(MEMORY))
                .executeUpdate();
    }
}
