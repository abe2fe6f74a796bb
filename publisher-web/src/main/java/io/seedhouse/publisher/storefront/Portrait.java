package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Showcase;
import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.publisher.page.Words;
import io.seedhouse.tracker.api.Torrents.Swarm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link BundleView} from what the three modules know about a bundle.
 *
 * @param newest the version that has taken its place, and is sold in place of it
 */
record Portrait(
        Bundle bundle,
        List<BundleFile> files,
        List<Offer> offers,
        Swarm swarm,
        Optional<Bundle> newest) {
    private static final int SUMMARY = 160;

    BundleView draw(Attempt attempt, Instant now) {
        Showcase showcase = Showcase.of(bundle, files);
        Instant premiere = bundle.premiere();
        return new BundleView(
                bundle.slug(),
                bundle.title(),
                facts(),
                bundle.synopsis(),
                summary(bundle.synopsis()),
                premiere != null && premiere.isAfter(now) ? premiere : null,
                showcase.poster(),
                showcase.teaser(),
                newest.isPresent() ? List.of() : tiers(attempt),
                files.stream().map(this::item).toList(),
                new BundleView.Swarm(swarm.seeders(), swarm.leechers(), swarm.completed()),
                Objects.requireNonNullElse(bundle.magnet(), ""),
                newest.map(Bundle::slug).orElse(null));
    }

    private List<String> facts() {
        long bytes = files.stream().mapToLong(BundleFile::length).sum();
        return List.of(
                Words.label(bundle.category().label()),
                count("storefront.files", files.size()),
                Sizes.of(bytes));
    }

    private List<BundleView.Tier> tiers(Attempt attempt) {
        return IntStream.range(0, offers.size()).mapToObj(n -> tier(n, attempt)).toList();
    }

    private BundleView.Tier tier(int index, Attempt attempt) {
        Offer offer = offers.get(index);
        PriceTag tag = PriceTag.of(offer);
        return new BundleView.Tier(
                offer.id().toString(),
                offer.tier(),
                tag.price(),
                tag.terms(),
                Words.list(offer.files().stream().map(PaidFile::name).toList()),
                say(
                        free(offer) ? "storefront.get" : "storefront.buy",
                        Words.midSentence(offer.tier())),
                index == 0,
                attempt.form(offer));
    }

    private static boolean free(Offer offer) {
        return offer.price().amount() == 0 && !(offer.pricing() instanceof Pricing.PayWhatYouWant);
    }

    private BundleView.Item item(BundleFile file) {
        List<String> tiers =
                offers.stream()
                        .filter(o -> o.files().stream().anyMatch(f -> f.id().equals(file.id())))
                        .map(Offer::tier)
                        .toList();
        return new BundleView.Item(
                file.name(),
                Sizes.of(file.length()),
                file.access() == Access.FREE,
                tiers.isEmpty()
                        ? say("storefront.item.unsold")
                        : say("storefront.item.opens", Words.either(tiers)));
    }

    private static String summary(String synopsis) {
        String line = synopsis.replaceAll("\\s+", " ");
        return line.length() <= SUMMARY ? line : line.substring(0, SUMMARY - 1) + "…";
    }

    /**
     * What a visitor has just tried to buy.
     *
     * @param offerId null when nothing was tried
     */
    record Attempt(@Nullable UUID offerId, Choice choice, @Nullable String refusal) {
        static final Attempt NONE = new Attempt(null, Choice.NONE, null);

        BuyForm form(Offer offer) {
            return offer.id().equals(offerId)
                    ? BuyForm.of(offer, choice, refusal)
                    : BuyForm.of(offer, Choice.NONE.from(choice.email()), null);
        }
    }
}
