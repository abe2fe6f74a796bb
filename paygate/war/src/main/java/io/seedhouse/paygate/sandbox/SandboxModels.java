package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.model.Event;
import com.stripe.model.LineItem;
import com.stripe.model.LineItemCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The sandbox's sessions and events as Stripe's JSON, written by stripe-java's own classes and so
 * in the form that its reader expects.
 */
final class SandboxModels {
    private SandboxModels() {}

    /**
     * @param payPage address of the payment page, without the session's id
     * @param expand names of the parts wanted in full
     */
    static Session session(
            SandboxSession session, Instant now, String payPage, Set<String> expand) {
        var status = session.status(now);
        var result = new Session();
        result.setId(session.id());
        result.setObject("checkout.session");
        result.setMode("payment");
        result.setLivemode(false);
        result.setStatus(status);
        result.setPaymentStatus(status.equals(SandboxSession.COMPLETE) ? "paid" : "unpaid");
        result.setAmountSubtotal(session.price().amount());
        result.setAmountTotal(session.price().amount());
        result.setCurrency(session.price().currency());
        result.setClientReferenceId(session.reference());
        result.setCustomerEmail(session.email());
        result.setMetadata(
                session.orderId() == null ? Map.of() : Map.of("order_id", session.orderId()));
        result.setSuccessUrl(session.successUrl());
        result.setCancelUrl(session.cancelUrl());
        result.setCreated(session.created().getEpochSecond());
        result.setExpiresAt(session.expires().getEpochSecond());
        result.setUrl(status.equals(SandboxSession.OPEN) ? payPage + session.id() : null);
        if (expand.contains("line_items")) {
            result.setLineItems(lineItems(session));
        }
        return result;
    }

    static String completed(Session session, Instant now) {
        var event = new Event();
        event.setId("evt_" + UUID.randomUUID().toString().replace("-", ""));
        event.setObject("event");
        event.setType("checkout.session.completed");
        event.setApiVersion(Stripe.API_VERSION);
        event.setCreated(now.getEpochSecond());
        event.setLivemode(false);
        var json = ApiResource.GSON.toJsonTree(event).getAsJsonObject();
        var data = new JsonObject();
        data.add("object", ApiResource.GSON.toJsonTree(session));
        json.add("data", data);
        return json.toString();
    }

    private static LineItemCollection lineItems(SandboxSession session) {
        var item = new LineItem();
        item.setId("li_" + session.id());
        item.setObject("item");
        item.setDescription(session.product());
        item.setQuantity(1L);
        item.setAmountSubtotal(session.price().amount());
        item.setAmountTotal(session.price().amount());
        item.setCurrency(session.price().currency());
        var items = new LineItemCollection();
        items.setObject("list");
        items.setHasMore(false);
        items.setUrl("/v1/checkout/sessions/%s/line_items".formatted(session.id()));
        items.setData(List.of(item));
        return items;
    }
}
