package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.Secret;
import io.seedhouse.publisher.page.Prices;
import java.net.URLEncoder;
import java.util.List;

/**
 * A tier as it stands in its form, right or wrong.
 *
 * @param key tells the forms of a page apart
 * @param saved whether the tier exists; its name is then fixed
 * @param seen tells the tier as it stood when the form was filled from it
 * @param tag its price as it is shown
 */
record TierForm(
        String key,
        boolean saved,
        boolean open,
        String seen,
        String name,
        Paid paid,
        String tag,
        List<Tick> files) {

    /** A paid file and whether the tier opens it. */
    record Tick(String name, boolean on) {}

    static TierForm of(int index, Offer offer, List<String> paidFiles) {
        return new TierForm(
                "tier-" + index,
                true,
                false,
                seen(offer),
                offer.tier(),
                Paid.of(offer.pricing(), offer.tips()),
                Prices.tag(offer.pricing()),
                ticks(paidFiles, offer.files().stream().map(f -> f.name()).toList()));
    }

    /** The form for one more tier: opens everything unless told otherwise. */
    static TierForm blank(boolean first, List<String> paidFiles) {
        return new TierForm(
                "new-tier",
                false,
                first,
                "",
                first ? say("editor.tier.first-name") : "",
                Paid.blank(),
                "",
                ticks(paidFiles, paidFiles));
    }

    /** What was sent and refused. */
    TierForm retyped(TierFields sent) {
        return new TierForm(
                key,
                saved,
                true,
                seen,
                sent.name(),
                sent.paid().shown(),
                tag,
                files.stream()
                        .map(f -> new Tick(f.name(), sent.files().contains(f.name())))
                        .toList());
    }

    /** Differs whenever price or tips of a tier do. What it opens stands in a table of its own. */
    static String seen(Offer offer) {
        return Secret.hash(offer.pricing() + "|" + offer.tips()).substring(0, 16);
    }

    /** The tier's name within an address. */
    String encodedName() {
        return URLEncoder.encode(name, UTF_8);
    }

    private static List<Tick> ticks(List<String> all, List<String> on) {
        return all.stream().map(name -> new Tick(name, on.contains(name))).toList();
    }
}
