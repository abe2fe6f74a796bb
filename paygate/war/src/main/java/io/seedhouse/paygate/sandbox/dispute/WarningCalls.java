package io.seedhouse.paygate.sandbox.dispute;

import static io.seedhouse.paygate.sandbox.call.Route.get;

import com.google.gson.JsonElement;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.payment.PaymentFilter;
import io.seedhouse.paygate.sandbox.payment.Payments;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Early fraud warnings. */
public final class WarningCalls {
    private static final String PATH = "radar/early_fraud_warnings";

    private WarningCalls() {}

    public static List<Route> routes() {
        return List.of(get(PATH, WarningCalls::list), get(PATH + "/{id}", WarningCalls::retrieve));
    }

    private static Work retrieve(Params params, String id) {
        params.only();
        return db -> {
            var warning = db.find(SandboxWarning.class, id);
            if (warning == null) {
                throw StripeRefusal.missing("early_fraud_warning", "id", id);
            }
            return json(db, warning);
        };
    }

    private static Work list(Params params, String none) {
        var listing = PaymentFilter.list(SandboxWarning.class, params);
        return db -> listing.page(db, PATH, warning -> json(db, warning));
    }

    private static JsonElement json(EntityManager db, SandboxWarning warning) {
        var payment = Payments.find(db, warning.paymentId());
        return ApiResource.GSON.toJsonTree(DisputeModel.warning(warning, payment));
    }
}
