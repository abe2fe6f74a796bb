package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.publisher.RateLimit;
import io.seedhouse.publisher.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Addresses by which a gift is redeemed, for givers who hand them over themselves; at most 20 a
 * minute for one client address, for each is kept.
 */
@ApplicationScoped
public class GiftLinks {
    private final RateLimit perAddress = new RateLimit(20, Duration.ofMinutes(1));

    @Inject Gifts gifts;
    @Inject Orders orders;
    @Inject Site site;

    /** What became of the wish for a link. */
    public sealed interface Link {
        /**
         * Redeems the gift, once.
         *
         * @param url holds a capability: for the giver's eyes only
         */
        record Issued(String url) implements Link {
            /** Leaves the address out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "Issued";
            }
        }

        /** Unknown order or wrong token. */
        record Unknown() implements Link {}

        /**
         * @param sentence says why there is no link now
         */
        record Refused(String sentence) implements Link {}
    }

    /**
     * @param clientAddress where the request came from
     */
    public Limited<Link> issue(UUID orderId, String orderToken, String clientAddress) {
        return perAddress
                .take(clientAddress)
                .<Limited<Link>>map(wait -> new Limited.TooMany<>(say("order.gift.links"), wait))
                .orElseGet(() -> new Limited.Answered<>(issue(orderId, orderToken)));
    }

    private Link issue(UUID orderId, String orderToken) {
        Optional<BuyersOrder> found = orders.find(orderId, orderToken);
        if (found.isEmpty()) {
            return new Link.Unknown();
        }
        if (found.get().kind() != Orders.Kind.GIFT) {
            return new Link.Refused(say("order.gift.none"));
        }
        return switch (found.get().status()) {
            case PAID ->
                    gifts.issueToken(orderId, orderToken)
                            .<Link>map(token -> new Link.Issued(address(token)))
                            .orElseGet(() -> new Link.Refused(say("order.gift.redeemed")));
            case PENDING -> new Link.Refused(say("order.gift.pending"));
            case EXPIRED -> new Link.Refused(say("order.gift.expired"));
            case REFUNDED -> new Link.Refused(say("order.gift.refunded"));
            case DISPUTED -> new Link.Refused(say("order.gift.disputed"));
        };
    }

    private String address(String token) {
        return site.url("/gift?token=" + token);
    }
}
