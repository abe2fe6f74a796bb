package io.seedhouse.paygate.sandbox.payment;

import static io.seedhouse.paygate.sandbox.call.Route.get;
import static io.seedhouse.paygate.sandbox.call.Route.post;

import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import java.util.List;
import java.util.Set;

/** Refunds. */
public record RefundCalls(Refunds refunds) {
    private static final String PATH = "refunds";
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer");

    public List<Route> routes() {
        return List.of(
                post(PATH, this::create),
                get(PATH, RefundCalls::list),
                get(PATH + "/{id}", RefundCalls::retrieve));
    }

    private Work create(Params params, String none) {
        params.only("payment_intent", "charge", "amount", "reason", "metadata[*]");
        var payment = PaymentFilter.required(params);
        var amount = params.number("amount");
        var reason = params.word("reason", REASONS).orElse(null);
        var metadata = params.metadata("metadata");
        return db -> RefundModel.json(refunds.make(db, payment, amount, reason, metadata));
    }

    private static Work retrieve(Params params, String id) {
        params.only();
        return db -> {
            var refund = db.find(SandboxRefund.class, id);
            if (refund == null) {
                throw StripeRefusal.missing("refund", "id", id);
            }
            return RefundModel.json(refund);
        };
    }

    private static Work list(Params params, String none) {
        var listing = PaymentFilter.list(SandboxRefund.class, params);
        return db -> listing.page(db, PATH, RefundModel::json);
    }
}
