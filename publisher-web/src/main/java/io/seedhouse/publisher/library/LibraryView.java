package io.seedhouse.publisher.library;

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
                    order.kind() == Orders.Kind.REDEEMED ? "A gift" : Prices.amount(order.amount()),
                    order.created(),
                    awaited ? "Opens at its premiere," : state(order),
                    awaited ? premiere : null,
                    open);
        }

        private static boolean isGift(BuyersOrder order) {
            return order.kind() == Orders.Kind.GIFT;
        }

        private static String state(BuyersOrder order) {
            if (order.owned()) {
                return "You owned it already; nothing was charged";
            }
            return switch (order.status()) {
                case PAID -> paid(order);
                case PENDING ->
                        order.waitsForProof()
                                ? "Waits for the link in the mail we sent you"
                                : "Waits for its payment";
                case REFUNDED -> "Money given back; its key is closed";
                case DISPUTED -> "The payment is disputed; its key is closed meanwhile";
                case EXPIRED -> "Not finished; nothing was charged";
            };
        }

        private static String paid(BuyersOrder order) {
            Money back = order.refunded();
            if (back.amount() > 0) {
                return "Yours; " + Prices.amount(back) + " given back";
            }
            return isGift(order) ? "A gift from you" : "Yours";
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
