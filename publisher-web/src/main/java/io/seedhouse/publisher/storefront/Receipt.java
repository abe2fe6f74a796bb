package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.order.Purchase;
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
 * @param newer the newest version of it; null where there is none
 */
record Receipt(
        BuyersOrder order,
        String slug,
        String magnet,
        @Nullable Instant premiere,
        @Nullable String withdrawn,
        OrderView.@Nullable Newer newer) {
    /** A pending page asks this often, at these intervals, then leaves it to the buyer. */
    private static final int ASKS = 40;

    private static final int ASK_SECONDS = 3;

    /** The button of a page with nothing to fetch. */
    private record Button(String address, String label) {}

    /**
     * @param asked how often this page has come back by itself
     */
    OrderView draw(int asked, Instant now) {
        if (Purchase.isOwned(order)) {
            return owned();
        }
        return switch (order.status()) {
            case PAID -> order.kind() == Kind.GIFT ? given() : paid(now);
            case PENDING -> order.waitsForProof() ? unproved() : pending(asked);
            case EXPIRED ->
                    said(
                            "This purchase was not finished",
                            "The payment page has expired and nothing was charged.",
                            film("Buy it again"));
            case REFUNDED -> refunded();
            case DISPUTED ->
                    said(
                            "This payment is disputed",
                            "Its key is closed until the dispute is settled. A key you have"
                                    + " fetched goes on opening your copy.",
                            film("Back to the film"));
        };
    }

    private OrderView owned() {
        String charged =
                order.refunded().amount() == 0
                        ? "Nothing was charged"
                        : "What you paid is on its way back";
        return said(
                "You own this already",
                charged + "; a mail with a link to your library is on its way.",
                film("Back to the film"));
    }

    private OrderView unproved() {
        return said(
                        "One mail to open",
                        "We have sent you a mail: open its link to prove the address. Your key is"
                                + " then here.",
                        new Button("/orders/" + order.orderId(), "I have opened the link"))
                .with(address());
    }

    private OrderView given() {
        return said(
                        "Your gift is ready",
                        "Whoever redeems it gets a key of their own. If you gave an address, a"
                                + " mail with the link is on its way there.",
                        film("Back to the film"))
                .with(address())
                .with(new OrderView.Gift(null, null));
    }

    private OrderView refunded() {
        return said(
                "Your money is on its way back",
                order.kind() == Kind.GIFT
                        ? "This gift was refunded, so its link opens nothing any more. A key that"
                                + " was fetched cannot be taken back."
                        : "This order was refunded, so its key is closed here. Keys you have"
                                + " fetched cannot be taken back and go on opening your copy.",
                film("Back to the film"));
    }

    private OrderView paid(Instant now) {
        boolean early = premiere != null && premiere.isAfter(now);
        String heading = order.title() + " is yours";
        if (early) {
            String sentence =
                    withdrawn == null
                            ? "Fetch it now; your key opens it at the premiere,"
                            : "Your key opens it at the premiere,";
            return view(heading, sentence, premiere, null, fetch(null)).with(address());
        }
        String sentence =
                withdrawn == null
                        ? "Thank you. Three steps, and you can watch it."
                        : "Your key stays yours, and opens every copy of the film.";
        return view(heading, sentence, null, null, fetch(key())).with(address());
    }

    private OrderView pending(int asked) {
        if (asked < ASKS) {
            String again =
                    "%d;url=/orders/%s?asked=%d".formatted(ASK_SECONDS, order.orderId(), asked + 1);
            return view(
                    "Waiting for your payment",
                    "As soon as it has arrived, %s here. This page looks again by itself."
                            .formatted(
                                    order.kind() == Kind.GIFT
                                            ? "your gift is"
                                            : "your key appears"),
                    null,
                    again,
                    null);
        }
        return view(
                        "Waiting for your payment",
                        "It takes longer than usual. Some ways of paying need days; come back to"
                                + " this page whenever you like, in this browser.",
                        null,
                        null,
                        null)
                .with(address());
    }

    private String key() {
        return URI.create(order.keyringUrl()).getRawPath();
    }

    private Button film(String label) {
        return new Button("/b/" + slug, label);
    }

    private OrderView said(String heading, String sentence, Button button) {
        return view(heading, sentence, null, null, null, button);
    }

    private OrderView view(
            String heading,
            String sentence,
            @Nullable Instant opens,
            @Nullable String refresh,
            OrderView.@Nullable Fetch fetch) {
        return view(heading, sentence, opens, refresh, fetch, film("Back to the film"));
    }

    private OrderView view(
            String heading,
            String sentence,
            @Nullable Instant opens,
            @Nullable String refresh,
            OrderView.@Nullable Fetch fetch,
            Button button) {
        return new OrderView(
                order.orderId().toString(),
                heading,
                sentence,
                note(),
                order.tier(),
                order.kind() == Kind.REDEEMED ? "a gift" : Prices.amount(order.amount()),
                opens,
                refresh,
                fetch,
                null,
                null,
                List.of(),
                null,
                button.address(),
                button.label());
    }

    /** A part that was given back closes nothing. */
    private @Nullable String note() {
        return switch (order.status()) {
            case PAID ->
                    order.refunded().amount() == 0
                            ? null
                            : "%s of it was given back. What you bought stays yours."
                                    .formatted(Prices.amount(order.refunded()));
            case PENDING, EXPIRED, REFUNDED, DISPUTED -> null;
        };
    }

    private OrderView.Address address() {
        return new OrderView.Address(order.email(), order.email(), order.bounced(), null);
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
                CommandLines.unlock(slug),
                newer);
    }
}
