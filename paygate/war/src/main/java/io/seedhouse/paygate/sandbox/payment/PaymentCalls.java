package io.seedhouse.paygate.sandbox.payment;

import static io.seedhouse.paygate.sandbox.call.Route.get;
import static io.seedhouse.paygate.sandbox.call.Route.post;

import com.google.gson.JsonElement;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Payment intents and charges.
 *
 * @param paid what follows once money that was held is there
 */
public record PaymentCalls(
        Payments payments, SandboxClock clock, BiConsumer<EntityManager, SandboxPayment> paid) {
    private static final String PATH = "payment_intents/{id}";
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    public List<Route> routes() {
        return List.of(
                get(PATH, PaymentCalls::retrieve),
                post(PATH + "/capture", this::capture),
                post(PATH + "/cancel", this::cancel),
                get("charges/{id}", PaymentCalls::charge));
    }

    private static Work retrieve(Params params, String id) {
        var full = withCharge(params.only("expand[#]"));
        return db -> json(Payments.find(db, id), full);
    }

    /** All of it: Stripe would also take a part and let go of the rest. */
    private Work capture(Params params, String id) {
        var full = withCharge(params.only("expand[#]", "amount_to_capture"));
        var amount = params.number("amount_to_capture");
        return db -> {
            var payment = Payments.lock(db, id);
            if (amount.isPresent() && amount.get() != payment.price().amount()) {
                throw StripeRefusal.of(
                        "parameter_invalid",
                        "amount_to_capture",
                        "The sandbox only captures the whole amount of %d."
                                .formatted(payment.price().amount()));
            }
            payments.capture(db, payment);
            paid.accept(db, payment);
            return json(payment, full);
        };
    }

    private Work cancel(Params params, String id) {
        var full = withCharge(params.only("expand[#]", "cancellation_reason"));
        var reason = params.word("cancellation_reason", REASONS).orElse(null);
        return db -> {
            var payment = Payments.lock(db, id);
            payments.cancel(db, payment, clock.now(db), reason);
            return json(payment, full);
        };
    }

    private static boolean withCharge(Params params) {
        return !params.expand("latest_charge").isEmpty();
    }

    private static JsonElement json(SandboxPayment payment, boolean withCharge) {
        return ApiResource.GSON.toJsonTree(PaymentModel.intent(payment, withCharge));
    }

    private static Work charge(Params params, String id) {
        params.only();
        return db -> {
            var payment = db.find(SandboxPayment.class, Payments.ofCharge(id));
            if (payment == null) {
                throw StripeRefusal.missing("charge", "id", id);
            }
            return ApiResource.GSON.toJsonTree(PaymentModel.charge(payment));
        };
    }
}
