package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.page.Prices;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws an {@link OrderView}: what an order's status means for its buyer.
 *
 * @param slug of the bundle, which is also its torrent's name
 * @param withdrawn why the bundle was taken back; null while it was not
 */
record Receipt(
        BuyersOrder order,
        String slug,
        String magnet,
        @Nullable Instant premiere,
        @Nullable String withdrawn) {
    /** A pending page asks this often, at these intervals, then leaves it to the buyer. */
    private static final int ASKS = 40;

    private static final int ASK_SECONDS = 3;

    /**
     * @param asked how often this page has come back by itself
     */
    OrderView draw(int asked, Instant now) {
        return switch (order.status()) {
            case PAID -> paid(now);
            case PENDING -> pending(asked);
            case EXPIRED ->
                    closed(
                            "This purchase was not finished",
                            "The payment page has expired and nothing was charged.",
                            "Buy it again");
            case REFUNDED ->
                    closed(
                            "Your money is on its way back",
                            "This order was refunded, so its key is closed.",
                            "Back to the film");
            case DISPUTED ->
                    closed(
                            "This payment is disputed",
                            "Its key is closed until the dispute is settled.",
                            "Back to the film");
        };
    }

    private OrderView paid(Instant now) {
        if (premiere != null && premiere.isAfter(now)) {
            return view(
                    order.title() + " is yours",
                    withdrawn == null
                            ? "Fetch it now; your key opens it at the premiere,"
                            : "Your key opens it at the premiere,",
                    premiere,
                    null,
                    fetch(null));
        }
        return view(
                order.title() + " is yours",
                withdrawn == null
                        ? "Thank you. Three steps, and you can watch it."
                        : "Your key stays yours, and opens every copy of the film.",
                null,
                null,
                fetch(URI.create(order.keyringUrl()).getRawPath()));
    }

    private OrderView pending(int asked) {
        boolean again = asked < ASKS;
        return view(
                "Waiting for your payment",
                again
                        ? "As soon as it has arrived, your key appears here. This page looks again"
                                + " by itself."
                        : "It takes longer than usual. Some ways of paying need days; come back to"
                                + " this page whenever you like, in this browser.",
                null,
                again
                        ? "%d;url=/orders/%s?asked=%d"
                                .formatted(ASK_SECONDS, order.orderId(), asked + 1)
                        : null,
                null);
    }

    private OrderView closed(String heading, String sentence, String label) {
        return new OrderView(
                heading,
                sentence,
                order.tier(),
                Prices.amount(order.amount()),
                null,
                null,
                null,
                "/b/" + slug,
                label);
    }

    private OrderView view(
            String heading,
            String sentence,
            @Nullable Instant opens,
            @Nullable String refresh,
            OrderView.@Nullable Fetch fetch) {
        return new OrderView(
                heading,
                sentence,
                order.tier(),
                Prices.amount(order.amount()),
                opens,
                refresh,
                fetch,
                "/b/" + slug,
                "Back to the film");
    }

    private OrderView.Fetch fetch(@Nullable String keyring) {
        List<String> names = order.files().stream().map(PaidFile::name).toList();
        return new OrderView.Fetch(
                keyring,
                slug,
                magnet,
                withdrawn,
                slug,
                CommandLines.age(slug, names),
                CommandLines.unlock(slug));
    }
}
