package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

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
                            say("storefront.order.expired"),
                            say("storefront.order.expired.why"),
                            film(say("storefront.order.again")));
            case REFUNDED -> refunded();
            case DISPUTED ->
                    said(
                            say("storefront.order.disputed"),
                            say("storefront.order.disputed.why"),
                            film(say("storefront.back")));
        };
    }

    private OrderView owned() {
        String charged =
                order.refunded().amount() == 0
                        ? say("storefront.order.owned.free")
                        : say("storefront.order.owned.back");
        return said(say("storefront.order.owned"), charged, film(say("storefront.back")));
    }

    private OrderView unproved() {
        return said(
                        say("storefront.order.proof"),
                        say("storefront.order.proof.why"),
                        new Button(
                                "/orders/" + order.orderId(), say("storefront.order.proof.done")))
                .with(address());
    }

    private OrderView given() {
        return said(
                        say("storefront.order.gift"),
                        say("storefront.order.gift.why"),
                        film(say("storefront.back")))
                .with(address())
                .with(new OrderView.Gift(null, null));
    }

    private OrderView refunded() {
        return said(
                say("storefront.order.refunded"),
                order.kind() == Kind.GIFT
                        ? say("storefront.order.refunded.gift")
                        : say("storefront.order.refunded.why"),
                film(say("storefront.back")));
    }

    private OrderView paid(Instant now) {
        boolean early = premiere != null && premiere.isAfter(now);
        String heading = say("storefront.order.yours", order.title());
        if (early) {
            String sentence =
                    withdrawn == null
                            ? say("storefront.order.early")
                            : say("storefront.order.early.gone");
            return view(heading, sentence, premiere, null, fetch(null)).with(address());
        }
        String sentence =
                withdrawn == null
                        ? say("storefront.order.paid")
                        : say("storefront.order.paid.gone");
        return view(heading, sentence, null, null, fetch(key())).with(address());
    }

    private OrderView pending(int asked) {
        if (asked < ASKS) {
            String again =
                    "%d;url=/orders/%s?asked=%d".formatted(ASK_SECONDS, order.orderId(), asked + 1);
            return view(
                    say("storefront.order.pending"),
                    order.kind() == Kind.GIFT
                            ? say("storefront.order.pending.gift")
                            : say("storefront.order.pending.key"),
                    null,
                    again,
                    null);
        }
        return view(
                        say("storefront.order.pending"),
                        say("storefront.order.pending.long"),
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
        return view(heading, sentence, opens, refresh, fetch, film(say("storefront.back")));
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
                order.kind() == Kind.REDEEMED
                        ? say("storefront.order.a-gift")
                        : Prices.amount(order.amount()),
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
                            : say("storefront.order.part-back", Prices.amount(order.refunded()));
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
