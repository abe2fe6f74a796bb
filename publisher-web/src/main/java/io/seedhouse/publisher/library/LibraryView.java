package io.seedhouse.publisher.library;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.publisher.page.Prices;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A library, newest order first. */
record LibraryView(String email, List<Row> rows) {
    LibraryView {
        rows = List.copyOf(rows);
    }

    /**
     * @param state what the order is good for; the premiere's moment follows it
     * @param open whether its key is to be had, now or from the premiere on
     */
    record Row(
            UUID orderId,
            String title,
            String tier,
            String amount,
            Instant created,
            String state,
            @Nullable Instant premiere,
            boolean open) {
        static Row of(BuyersOrder order, Instant now) {
            Instant premiere = order.premiere();
            boolean open = order.status() == Orders.Status.PAID;
            boolean awaited = open && premiere != null && premiere.isAfter(now) && !isGift(order);
            return new Row(
                    order.orderId(),
                    order.title(),
                    order.tier(),
                    order.kind() == Orders.Kind.REDEEMED
                            ? say("library.a-gift")
                            : Prices.amount(order.amount()),
                    order.created(),
                    awaited ? say("library.awaited") : state(order),
                    awaited ? premiere : null,
                    open);
        }

        private static boolean isGift(BuyersOrder order) {
            return order.kind() == Orders.Kind.GIFT;
        }

        private static String state(BuyersOrder order) {
            if (order.owned()) {
                return say("library.owned");
            }
            return switch (order.status()) {
                case PAID -> paid(order);
                case PENDING ->
                        order.waitsForProof() ? say("library.proof") : say("library.pending");
                case REFUNDED -> say("library.refunded");
                case DISPUTED -> say("library.disputed");
                case EXPIRED -> say("library.expired");
            };
        }

        private static String paid(BuyersOrder order) {
            Money back = order.refunded();
            if (back.amount() > 0) {
                return say("library.yours.back", Prices.amount(back));
            }
            return isGift(order) ? say("library.given") : say("library.yours");
        }
    }

    static LibraryView of(String email, List<BuyersOrder> orders, Instant now) {
        return new LibraryView(email, orders.stream().map(o -> Row.of(o, now)).toList());
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "LibraryView";
    }
}
