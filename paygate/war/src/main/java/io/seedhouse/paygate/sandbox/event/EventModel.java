package io.seedhouse.paygate.sandbox.event;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Event;
import com.stripe.net.ApiResource;

/** Events as Stripe's JSON. */
final class EventModel {
    private EventModel() {}

    static JsonObject json(SandboxEvent event) {
        var model = new Event();
        model.setId(event.id());
        model.setObject("event");
        model.setType(event.type());
        model.setApiVersion(event.apiVersion());
        model.setCreated(event.created().getEpochSecond());
        model.setLivemode(false);
        model.setPendingWebhooks(event.status().equals(SandboxEvent.PENDING) ? 1L : 0L);
        var json = ApiResource.GSON.toJsonTree(model).getAsJsonObject();
        json.add("data", data(event));
        return json;
    }

    private static JsonObject data(SandboxEvent event) {
        var data = new JsonObject();
        data.add("object", JsonParser.parseString(event.object()));
        var previous = event.previous();
        if (previous != null) {
            data.add("previous_attributes", JsonParser.parseString(previous));
        }
        return data;
    }
}
