package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.page.ErrorView;
import io.seedhouse.publisher.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens orders to the browsers that hold their cookie; for all others they do not exist. No page of
 * an order is kept by a cache, and none tells another site where it was.
 */
@ApplicationScoped
class Receipts {
    @Inject Orders orders;
    @Inject Bundles bundles;
    @Inject Upgrades upgrades;

    /**
     * An order that the browser may see.
     *
     * @param token the proof of it
     */
    record Opened(BuyersOrder order, String token, Bundle bundle) {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Opened[orderId=" + order.orderId() + "]";
        }
    }

    /**
     * Lets a request see its order.
     *
     * @param token of the cookie
     */
    Response open(String orderId, @Nullable String token, Function<Opened, Response> answer) {
        return opened(orderId, token)
                .map(answer)
                .orElseGet(() -> secret(ErrorView.page(404, say("storefront.elsewhere")), 404));
    }

    private Optional<Opened> opened(String orderId, @Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        return id(orderId)
                .flatMap(id -> orders.find(id, token))
                .flatMap(order ->
                        bundles.everPublished(order.bundleId())
                                .map(bundle -> new Opened(order, token, bundle)));
    }

    /**
     * @param asked how often the page has come back by itself
     */
    OrderView view(Opened opened, int asked) {
        Bundle bundle = opened.bundle();
        Instant now = Instant.now();
        OrderView view =
                new Receipt(
                                opened.order(),
                                bundle.slug(),
                                Objects.requireNonNullElse(bundle.magnet(), ""),
                                bundle.premiere(),
                                Optional.ofNullable(bundle.withdrawal())
                                        .map(Withdrawal::reason)
                                        .orElse(null),
                                bundles.newest(bundle.id())
                                        .map(next -> newer(next, now))
                                        .orElse(null))
                        .draw(asked, now);
        return view.with(upgrades.of(opened), null);
    }

    private static OrderView.Newer newer(Bundle next, Instant now) {
        Instant premiere = next.premiere();
        return new OrderView.Newer(
                next.slug(),
                Objects.requireNonNullElse(next.magnet(), ""),
                premiere != null && premiere.isAfter(now) ? premiere : null);
    }

    static Response page(OrderView view, int status) {
        return secret(new Page("storefront/order.jte", view), status);
    }

    private static Response secret(Page page, int status) {
        return Response.fromResponse(page.as(status))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noOrderHasThisId) {
            return Optional.empty();
        }
    }
}
