package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Checkouts.Upgrade;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.page.Words;
import io.seedhouse.publisher.storefront.Receipts.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The higher tiers that an order may be raised to: they open all that it opens, and more. */
@ApplicationScoped
class Upgrades {
    /** On one page; each costs a question at the paygate. */
    private static final int MOST = 5;

    @Inject Bundles bundles;
    @Inject Checkouts checkouts;

    /** The cheapest that the paygate would sell; none for an order that cannot be raised. */
    List<OrderView.Upgrade> of(Opened opened) {
        return higher(opened).stream()
                .limit(MOST)
                .flatMap(offer -> priced(offer, opened).stream())
                .toList();
    }

    /** One of them. */
    Optional<Offer> find(Opened opened, String offerId) {
        return higher(opened).stream()
                .filter(offer -> offer.id().toString().equals(offerId))
                .findFirst();
    }

    private List<Offer> higher(Opened opened) {
        BuyersOrder order = opened.order();
        boolean open =
                order.status() == Status.PAID
                        && order.kind() != Kind.GIFT
                        && opened.bundle().withdrawal() == null;
        return open
                ? bundles.tiers(order.bundleId()).stream()
                        .filter(offer -> isHigher(order, offer))
                        .toList()
                : List.of();
    }

    static boolean isHigher(BuyersOrder order, Offer offer) {
        Set<UUID> opened = ids(order.files());
        Set<UUID> offered = ids(offer.files());
        return offered.containsAll(opened) && offered.size() > opened.size();
    }

    private static Set<UUID> ids(List<PaidFile> files) {
        return files.stream().map(PaidFile::id).collect(Collectors.toSet());
    }

    private Optional<OrderView.Upgrade> priced(Offer offer, Opened opened) {
        return checkouts.quote(request(offer, opened, null)) instanceof Quote.Quoted q
                ? Optional.of(draw(offer, opened.order(), q))
                : Optional.empty();
    }

    private static OrderView.Upgrade draw(Offer offer, BuyersOrder order, Quote.Quoted quoted) {
        Set<UUID> opened = ids(order.files());
        List<String> more =
                offer.files().stream()
                        .filter(file -> !opened.contains(file.id()))
                        .map(PaidFile::name)
                        .toList();
        return new OrderView.Upgrade(
                offer.id().toString(),
                offer.tier(),
                Words.list(more),
                Prices.amount(quoted.total()),
                quoted.total().amount(),
                UUID.randomUUID().toString());
    }

    /**
     * Where buyers name the amount, an upgrade is offered at the suggested one.
     *
     * @param key for a request that may come twice
     */
    static Request request(Offer offer, Opened opened, @Nullable String key) {
        BuyersOrder order = opened.order();
        String currency = order.amount().currency();
        Long amount =
                offer.pricing() instanceof Pricing.PayWhatYouWant p ? suggested(p, currency) : null;
        return new Request(
                offer.id(),
                order.email(),
                amount,
                currency,
                0,
                null,
                null,
                new Upgrade(order.orderId(), opened.token()),
                false,
                key);
    }

    private static @Nullable Long suggested(Pricing.PayWhatYouWant pricing, String currency) {
        return pricing.ranges().stream()
                .map(Pricing.Range::suggested)
                .filter(money -> money.currency().equals(currency))
                .map(money -> money.amount())
                .findFirst()
                .orElse(null);
    }
}
