package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.page.ErrorView;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a buyer returns to. Only the browser that began the checkout has the cookie that opens this
 * page; for all others the order does not exist.
 */
@Path("orders/{orderId}")
public class OrderPage {
    private static final String ELSEWHERE =
            "If this is your order, open this page in the browser you bought with.";

    @Inject Orders orders;
    @Inject Bundles bundles;

    @GET
    public Response show(
            @PathParam("orderId") String orderId,
            @CookieParam(OrderCookie.NAME) @Nullable String token,
            @QueryParam("asked") @DefaultValue("0") int asked) {
        Optional<Page> page =
                id(orderId)
                        .flatMap(id -> Optional.ofNullable(token).flatMap(t -> orders.find(id, t)))
                        .flatMap(order -> draw(order, asked));
        return Response.fromResponse(
                        page.map(p -> p.as(200))
                                .orElseGet(() -> ErrorView.page(404, ELSEWHERE).as(404)))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private Optional<Page> draw(BuyersOrder order, int asked) {
        return bundles.everPublished(order.bundleId())
                .map(bundle -> receipt(order, bundle).draw(asked, Instant.now()))
                .map(view -> new Page("storefront/order.jte", view));
    }

    private static Receipt receipt(BuyersOrder order, Bundle bundle) {
        return new Receipt(
                order,
                bundle.slug(),
                Objects.requireNonNullElse(bundle.magnet(), ""),
                bundle.premiere(),
                Optional.ofNullable(bundle.withdrawal()).map(Withdrawal::reason).orElse(null));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noOrderHasThisId) {
            return Optional.empty();
        }
    }
}
