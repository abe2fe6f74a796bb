package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Shelf;
import io.seedhouse.publisher.bundle.Showcase;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storefront: published bundles, newest first. */
@Path("/")
public class ShelfPage {
    private static final int CARDS = 24;

    @Inject Bundles bundles;

    @GET
    public Page show(@QueryParam("after") @Nullable String after) {
        Shelf shelf = bundles.catalogue("", after, CARDS);
        String next = shelf.next();
        return new Page(
                "storefront/shelf.jte",
                new ShelfView(
                        shelf.items().stream().map(this::card).toList(),
                        next == null ? null : "/?after=" + URLEncoder.encode(next, UTF_8)));
    }

    private ShelfView.Card card(Bundle bundle) {
        return new ShelfView.Card(
                bundle.slug(),
                bundle.title(),
                Showcase.of(bundle, bundles.files(bundle.id())).poster(),
                price(bundles.tiers(bundle.id())));
    }

    /** The one price, or of several tiers the least that has to be paid and what comes before. */
    static String price(List<Offer> cheapestFirst) {
        if (cheapestFirst.isEmpty()) {
            return say("storefront.shelf.free");
        }
        Offer cheapest = cheapestFirst.getFirst();
        if (cheapestFirst.size() == 1) {
            return Prices.tag(cheapest.pricing());
        }
        if (cheapest.price().amount() > 0) {
            return say("page.price.from", Prices.amount(cheapest.price()));
        }
        return cheapest.pricing() instanceof Pricing.PayWhatYouWant
                ? Prices.tag(cheapest.pricing())
                : cheapestFirst.stream()
                        .map(Offer::price)
                        .filter(price -> price.amount() > 0)
                        .findFirst()
                        .map(price -> say("storefront.shelf.free-and", Prices.amount(price)))
                        .orElseGet(() -> say("page.price.free"));
    }
}
