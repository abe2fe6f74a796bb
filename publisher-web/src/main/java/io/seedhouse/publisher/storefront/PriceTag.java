package io.seedhouse.publisher.storefront;

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
    private static final String FOR_EVER = "yours for ever";

    static PriceTag of(Offer offer) {
        Money least = offer.price();
        return switch (offer.pricing()) {
            case Pricing.Fixed f when f.prices().size() > 1 ->
                    new PriceTag(Prices.tag(least), "or " + others(f.prices()));
            case Pricing.Fixed f ->
                    new PriceTag(
                            Prices.tag(least),
                            least.amount() == 0 ? FOR_EVER : code(least) + ", " + FOR_EVER);
            case Pricing.PayWhatYouWant p when least.amount() == 0 ->
                    new PriceTag("Your price", "from nothing up, " + FOR_EVER);
            case Pricing.PayWhatYouWant p -> new PriceTag(shelf(offer), code(least) + " or more");
            case Pricing.ForEmail e -> new PriceTag("Free", "for your e-mail address");
        };
    }

    /** The price alone, for a list. */
    static String shelf(Offer offer) {
        Money least = offer.price();
        return switch (offer.pricing()) {
            case Pricing.PayWhatYouWant p ->
                    least.amount() == 0 ? "Your price" : "From " + Prices.tag(least);
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
