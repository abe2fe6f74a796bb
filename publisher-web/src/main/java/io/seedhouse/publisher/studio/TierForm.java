package io.seedhouse.publisher.studio;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.page.Prices;
import java.util.List;
import java.util.Locale;

/**
 * A tier as it stands in its form, right or wrong.
 *
 * @param key tells the forms of a page apart
 * @param saved whether the tier exists; its name is then fixed
 * @param price as typed
 */
record TierForm(
        String key,
        boolean saved,
        boolean open,
        String name,
        String price,
        String currency,
        String tag,
        List<Tick> files) {

    /** A paid file and whether the tier opens it. */
    record Tick(String name, boolean on) {}

    static TierForm of(int index, Offer offer, List<String> paidFiles) {
        return new TierForm(
                "tier-" + index,
                true,
                false,
                offer.tier(),
                Prices.typed(offer.price()),
                offer.price().currency(),
                Prices.tag(offer.price()),
                ticks(paidFiles, offer.files().stream().map(f -> f.name()).toList()));
    }

    /** The form for one more tier: opens everything unless told otherwise. */
    static TierForm blank(boolean first, List<String> paidFiles) {
        return new TierForm(
                "new-tier",
                false,
                first,
                first ? "The film" : "",
                "",
                "usd",
                "",
                ticks(paidFiles, paidFiles));
    }

    /** What was sent and refused. */
    TierForm retyped(
            String typedPrice, String typedCurrency, List<String> ticked, String typedName) {
        return new TierForm(
                key,
                saved,
                true,
                typedName,
                typedPrice,
                typedCurrency.toLowerCase(Locale.ROOT),
                tag,
                files.stream().map(f -> new Tick(f.name(), ticked.contains(f.name()))).toList());
    }

    private static List<Tick> ticks(List<String> all, List<String> on) {
        return all.stream().map(name -> new Tick(name, on.contains(name))).toList();
    }
}
