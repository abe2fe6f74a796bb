package io.seedhouse.paygate.sandbox.event;

import static io.seedhouse.paygate.sandbox.call.Route.get;

import io.seedhouse.paygate.sandbox.call.Listing;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of the last 30 days. */
public record EventCalls(SandboxClock clock) {
    private static final String PATH = "events";

    public List<Route> routes() {
        return List.of(get(PATH, this::list), get(PATH + "/{id}", this::retrieve));
    }

    private Work retrieve(Params params, String id) {
        params.only();
        return db -> EventModel.json(find(db, id));
    }

    private SandboxEvent find(EntityManager db, String id) {
        var event = db.find(SandboxEvent.class, id);
        if (event == null || !event.created().isAfter(clock.now(db).minus(EventLog.MEMORY))) {
            throw StripeRefusal.missing("event", "id", id);
        }
        return event;
    }

    private Work list(Params params, String none) {
        var listing =
                Listing.of(SandboxEvent.class, params, "type", "types[#]", "delivery_success");
        var types = new ArrayList<>(params.list("types"));
        params.text("type").ifPresent(types::add);
        if (!types.isEmpty()) {
            listing.where("type in", types);
        }
        params.flag("delivery_success")
                .ifPresent(done ->
                        listing.where(done ? "status =" : "status <>", SandboxEvent.DELIVERED));
        return db ->
                listing.where("created >", clock.now(db).minus(EventLog.MEMORY))
                        .page(db, PATH, EventModel::json);
    }
}
