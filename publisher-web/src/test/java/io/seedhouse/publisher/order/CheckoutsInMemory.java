package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.Pricing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the paygate: prices as it does, and takes every payment as about to come. */
public final class CheckoutsInMemory implements Checkouts {
    /** Percent off, by code. */
    public final Map<String, Integer> codes = new HashMap<>();

    /** What an order to upgrade has paid. */
    public final Map<UUID, Long> paid = new HashMap<>();

    public final List<Request> begun = new ArrayList<>();

    private final Offers offers;

    public CheckoutsInMemory(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Begin begin(Request request) {
        if (!request.email().contains("@")) {
            return new Begin.Refused(new Refusal.InvalidEmail(request.email()));
        }
        return switch (quote(request)) {
            case Quote.Refused r -> new Begin.Refused(r.why());
            case Quote.Quoted q -> begun(request, q);
        };
    }

    private Begin begun(Request request, Quote.Quoted quoted) {
        begun.add(request);
        Offer offer = offers.find(request.offerId()).orElseThrow();
        UUID order = UUID.randomUUID();
        return new Begin.Begun(
                order,
                "token-of-" + order,
                quoted.total().amount() == 0 ? null : "https://pay.example/cs_" + order,
                offer.pricing() instanceof Pricing.ForEmail);
    }

    @Override
    public Quote quote(Request request) {
        Offer offer = offers.find(request.offerId()).orElse(null);
        Refusal why =
                offer == null ? new Refusal.NotOnSale(request.offerId()) : refusal(offer, request);
        return why == null && offer != null
                ? quoted(offer, request)
                : new Quote.Refused(Objects.requireNonNull(why));
    }

    private @Nullable Refusal refusal(Offer offer, Request request) {
        String currency = currency(offer, request);
        Money least = offer.price(currency).orElse(null);
        Long amount = request.amount();
        if (least == null) {
            return new Refusal.CurrencyNotOffered(
                    currency, offer.pricing().least().stream().map(Money::currency).toList());
        }
        if (request.tip() > 0 && !offer.tips()) {
            return new Refusal.NoTips();
        }
        if (request.code() != null && !codes.containsKey(request.code())) {
            return new Refusal.CodeRefused(Refusal.Code.UNKNOWN);
        }
        return switch (offer.pricing()) {
            case Pricing.Fixed f ->
                    amount == null || amount == least.amount()
                            ? null
                            : new Refusal.NotThePrice(least);
            case Pricing.PayWhatYouWant p when amount == null -> new Refusal.AmountMissing(least);
            case Pricing.PayWhatYouWant p ->
                    amount < least.amount()
                            ? new Refusal.BelowMinimum(new Money(amount, currency), least)
                            : null;
            case Pricing.ForEmail e -> request.consent() ? null : new Refusal.ConsentMissing();
        };
    }

    private Quote quoted(Offer offer, Request request) {
        String currency = currency(offer, request);
        Long named = request.amount();
        Upgrade upgrade = request.upgrade();
        long price =
                (named == null ? offer.price(currency).orElseThrow().amount() : named)
                        - (upgrade == null ? 0 : paid.getOrDefault(upgrade.orderId(), 0L));
        long discount = price * codes.getOrDefault(String.valueOf(request.code()), 0) / 100;
        return new Quote.Quoted(
                new Money(price, currency),
                new Money(discount, currency),
                new Money(request.tip(), currency),
                new Money(price - discount + request.tip(), currency));
    }

    private static String currency(Offer offer, Request request) {
        String named = request.currency();
        return named == null ? offer.price().currency() : named;
    }
}
