package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.page.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form that buys a tier: its fields as typed, or as proposed to whoever has typed nothing.
 *
 * @param shown the prices on the page; sent along, so that a change in between is noticed
 * @param currencies to choose from; empty when there is but one
 * @param amount null where the buyer does not name it
 * @param tip label of the field for a tip; null where none is taken
 * @param consent what the visitor has to agree to; null for nothing
 * @param priced whether there is something to pay, so that codes and gifts make sense
 * @param refusal why buying it did not work just now
 */
record BuyForm(
        Choice typed,
        List<Shown> shown,
        List<Currency> currencies,
        @Nullable Amount amount,
        @Nullable String tip,
        @Nullable String consent,
        boolean priced,
        @Nullable String refusal) {

    /**
     * @param field what the hidden field is called
     * @param amount minor units
     */
    record Shown(String field, long amount) {}

    record Currency(String code, String label, boolean chosen) {}

    /**
     * @param typed what stands in the field
     */
    record Amount(String typed, String hint) {}

    static BuyForm of(Offer offer, Choice typed, @Nullable String refusal) {
        Pricing pricing = offer.pricing();
        String chosen = typed.currency().isEmpty() ? offer.price().currency() : typed.currency();
        return new BuyForm(
                typed,
                pricing instanceof Pricing.Fixed f ? shown(f) : List.of(),
                currencies(pricing, chosen),
                pricing instanceof Pricing.PayWhatYouWant p ? amount(p, typed) : null,
                offer.tips() ? tip(pricing) : null,
                pricing instanceof Pricing.ForEmail e ? e.consent() : null,
                pricing instanceof Pricing.PayWhatYouWant || offer.price().amount() > 0,
                refusal);
    }

    private static List<Shown> shown(Pricing.Fixed fixed) {
        return fixed.prices().size() == 1
                ? List.of(new Shown("shown", fixed.prices().getFirst().amount()))
                : fixed.prices().stream()
                        .map(m -> new Shown("shown-" + m.currency(), m.amount()))
                        .toList();
    }

    private static List<Currency> currencies(Pricing pricing, String chosen) {
        List<Money> least = pricing.least();
        boolean fixed = pricing instanceof Pricing.Fixed;
        return least.size() == 1
                ? List.of()
                : least.stream()
                        .map(m ->
                                new Currency(
                                        m.currency(),
                                        fixed ? Prices.amount(m) : code(m),
                                        m.currency().equals(chosen)))
                        .toList();
    }

    private static Amount amount(Pricing.PayWhatYouWant pricing, Choice typed) {
        Pricing.Range first = pricing.ranges().getFirst();
        String least =
                Words.either(
                        pricing.least().stream()
                                .map(m ->
                                        m.amount() == 0
                                                ? say("storefront.buy.nothing")
                                                : Prices.amount(m))
                                .distinct()
                                .toList());
        return new Amount(
                typed.amount().isEmpty() ? Prices.typed(first.suggested()) : typed.amount(),
                say("storefront.buy.amount.hint", least, Prices.amount(first.suggested())));
    }

    private static String tip(Pricing pricing) {
        return pricing.least().size() == 1
                ? say("storefront.buy.tip.in", code(pricing.least().getFirst()))
                : say("storefront.buy.tip");
    }

    private static String code(Money money) {
        return money.currency().toUpperCase(Locale.ROOT);
    }
}
