package io.seedhouse.paygate.sandbox.session;

import static io.seedhouse.paygate.sandbox.call.Route.get;
import static io.seedhouse.paygate.sandbox.call.Route.post;

import com.google.gson.JsonElement;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.sandbox.call.Listing;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checkout sessions. */
public record SessionCalls(Till till, SessionModel models, SandboxClock clock) {
    private static final String PATH = "checkout/sessions";
    private static final String OF_LIST = "data.";
    private static final String[] PARTS = {
        SessionModel.PAYMENT, SessionModel.CHARGE, SessionModel.LINES
    };

    public List<Route> routes() {
        return List.of(
                post(PATH, this::create),
                get(PATH, this::list),
                get(PATH + "/{id}", this::retrieve),
                post(PATH + "/{id}/expire", this::expire));
    }

    private Work create(Params params, String none) {
        var form = SessionForm.parse(params, clock.now());
        var expand = params.expand(PARTS);
        return db -> json(db, till.open(db, form), expand);
    }

    private Work retrieve(Params params, String id) {
        var expand = params.only("expand[#]").expand(PARTS);
        return db -> json(db, Till.find(db, id), expand);
    }

    private Work expire(Params params, String id) {
        var expand = params.only("expand[#]").expand(PARTS);
        return db -> json(db, till.expire(db, id), expand);
    }

    private Work list(Params params, String none) {
        var listing = Listing.of(SandboxSession.class, params, "payment_intent", "status");
        params.text("payment_intent").ifPresent(id -> listing.where("paymentId =", id));
        params.word("status", Set.of("open", "complete", "expired"))
                .ifPresent(status -> listing.where("status =", status));
        var expand =
                params.expand(OF_LIST + PARTS[0], OF_LIST + PARTS[1], OF_LIST + PARTS[2]).stream()
                        .map(name -> name.substring(OF_LIST.length()))
                        .collect(Collectors.toSet());
        return db -> listing.page(db, PATH, session -> json(db, session, expand));
    }

    private JsonElement json(EntityManager db, SandboxSession session, Set<String> expand) {
        return ApiResource.GSON.toJsonTree(models.session(db, session, clock.now(db), expand));
    }
}
