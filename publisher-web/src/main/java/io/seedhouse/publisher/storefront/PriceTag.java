package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.page.Prices;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a tier costs, at a glance.
 *
 * @param price in large letters
 * @param terms small print beside it
 */
record PriceTag(String price, String terms) {
    static PriceTag of(Offer offer) {
        Money least = offer.price();
        return switch (offer.pricing()) {
            case Pricing.Fixed f when f.prices().size() > 1 ->
                    new PriceTag(Prices.tag(least), say("storefront.price.or", others(f.prices())));
            case Pricing.Fixed f ->
                    new PriceTag(
                            Prices.tag(least),
                            least.amount() == 0
                                    ? say("storefront.price.for-ever")
                                    : code(least) + ", " + say("storefront.price.for-ever"));
            case Pricing.PayWhatYouWant p when least.amount() == 0 ->
                    new PriceTag(
                            say("storefront.price.yours"), say("storefront.price.from-nothing"));
            case Pricing.PayWhatYouWant p ->
                    new PriceTag(shelf(offer), say("storefront.price.or-more", code(least)));
            case Pricing.ForEmail e ->
                    new PriceTag(say("page.price.free"), say("storefront.price.email"));
        };
    }

    /** The price alone, for a list. */
    static String shelf(Offer offer) {
        Money least = offer.price();
        return switch (offer.pricing()) {
            case Pricing.PayWhatYouWant p ->
                    least.amount() == 0
                            ? say("storefront.price.yours")
                            : say("page.price.from", Prices.tag(least));
            case Pricing.Fixed f -> Prices.tag(least);
            case Pricing.ForEmail e -> Prices.tag(least);
        };
    }

    private static String others(List<Money> prices) {
        return prices.stream().skip(1).map(Prices::amount).collect(Collectors.joining(", "));
    }

    private static String code(Money money) {
        return money.currency().toUpperCase(Locale.ROOT);
    }
}
