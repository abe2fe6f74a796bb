package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonObject;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.call.Answer;
import io.seedhouse.paygate.sandbox.call.Faults;
import io.seedhouse.paygate.sandbox.call.Faults.Kind;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.dispute.Disputes;
import io.seedhouse.paygate.sandbox.event.Courier;
import io.seedhouse.paygate.sandbox.event.Disorder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What tests tell the sandbox to do, which Stripe's sandboxes do in other ways or not at all. */
record Controls(
        SandboxApi api,
        Database database,
        SandboxClock clock,
        Disputes disputes,
        Courier courier,
        Faults faults,
        Sweep sweep) {

    /** Does what an authorised caller wishes. */
    Answer answer(@Nullable String authorization, String body, Function<Wish, JsonObject> work) {
        try {
            api.authenticate(authorization);
            return Answer.done(work.apply(Wish.parse(body)));
        } catch (StripeRefusal refusal) {
            return refusal.toAnswer();
        }
    }

    /** {@code {"advance": seconds}}: does everything that is due by then before it answers. */
    JsonObject advance(Wish wish) {
        wish.only("advance");
        var most = SandboxClock.FARTHEST.toSeconds();
        clock.advance(Duration.ofSeconds(wish.number("advance", most).orElse(0L)));
        sweep.run();
        return time(clock.now());
    }

    /** The time as the sandbox has it. */
    JsonObject time(Wish wish) {
        wish.only();
        return time(clock.now());
    }

    private static JsonObject time(Instant now) {
        var time = new JsonObject();
        time.addProperty("now", now.toString());
        time.addProperty("unix", now.getEpochSecond());
        return time;
    }

    /**
     * {@code {"next": calls, "kind": ...}} for the API, {@code {"events": ...}} for the deliveries,
     * {@code {"api_version": ...}} for the events to come; null for the SDK's own.
     */
    JsonObject faults(Wish wish) {
        wish.only("next", "kind", "events", "api_version");
        var next = wish.number("next", Faults.MOST);
        var kind = wish.choice("kind", Kind::named).orElse(Kind.ERROR);
        var disorder = wish.choice("events", Disorder::named);
        next.ifPresent(calls -> faults.set(kind, calls.intValue()));
        database.inTransaction(db -> {
            disorder.ifPresent(chosen -> chosen.set(db));
            wish.release().ifPresent(release -> release.set(db));
            return db;
        });
        courier.call();
        return done();
    }

    /** {@code {"payment_intent": ..., "reason": ..., "inquiry": true}}: a buyer's bank disputes. */
    JsonObject dispute(Wish wish) {
        wish.only("payment_intent", "reason", "inquiry");
        var payment = wish.required("payment_intent");
        var reason = wish.text("reason").orElse("fraudulent");
        if (!Disputes.REASONS.contains(reason)) {
            throw StripeRefusal.of("parameter_invalid", "reason", "There is no such reason.");
        }
        var inquiry = wish.flag("inquiry");
        var id = database.inTransaction(db -> disputes.open(db, payment, reason, inquiry));
        courier.call();
        return done("id", id);
    }

    /** {@code {"payment_intent": ...}}: a buyer's bank warns. */
    JsonObject warn(Wish wish) {
        wish.only("payment_intent");
        var payment = wish.required("payment_intent");
        var id = database.inTransaction(db -> disputes.warn(db, payment));
        courier.call();
        return done("id", id);
    }

    /** Sends an event once more. */
    JsonObject resend(String id) {
        courier.resend(id);
        courier.call();
        return done("id", id);
    }

    private static JsonObject done() {
        return new JsonObject();
    }

    private static JsonObject done(String name, String value) {
        var done = done();
        done.addProperty(name, value);
        return done;
    }
}
