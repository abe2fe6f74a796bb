package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.order.OrderCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Leads a browser on from a purchase that stands, with the cookie that opens its order. */
@ApplicationScoped
class Onward {
    @Inject Site site;

    Response to(Begin.Begun order) {
        String next = Optional.ofNullable(order.checkoutUrl()).orElse("/orders/" + order.orderId());
        return OrderCookie.set(
                        Response.status(303).header("Location", next),
                        order.orderId(),
                        order.orderToken(),
                        site.url("/").startsWith("https:"))
                .header("Cache-Control", "no-store")
                .build();
    }
}
