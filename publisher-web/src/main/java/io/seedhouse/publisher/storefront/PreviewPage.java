package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Shows a publisher what fans and buyers will see, before anybody does. Nothing can be bought. */
@Path("studio/{id: [0-9a-f-]{36}}/preview")
@ForPublishers
public class PreviewPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Portraits portraits;

    /**
     * @param tier whose buyer to be; empty for a fan
     */
    @GET
    public Page show(@PathParam("id") UUID id, @QueryParam("tier") @DefaultValue("") String tier) {
        Bundle bundle =
                bundles.find(current.require(), id)
                        .orElseThrow(() -> new Refused(404, say("storefront.preview.unknown")));
        List<Offer> offers = bundles.tiers(id);
        Optional<Offer> chosen = offers.stream().filter(o -> o.tier().equals(tier)).findFirst();
        List<BundleFile> files = bundles.files(id);
        Predicate<BundleFile> opens = file -> opens(file, chosen);
        BundleView page = portraits.view(bundle);
        return new Page(
                "storefront/preview.jte",
                new PreviewView(
                        id.toString(),
                        bundle.title(),
                        page,
                        offers.stream().map(o -> new PreviewView.Tier(o.tier())).toList(),
                        chosen.map(o -> new PreviewView.Tier(o.tier())).orElse(null),
                        items(page, files.stream().filter(opens).toList()),
                        files.stream().filter(opens.negate()).map(BundleFile::name).toList()));
    }

    private static boolean opens(BundleFile file, Optional<Offer> offer) {
        return file.access() == Access.FREE
                || offer.stream()
                        .flatMap(o -> o.files().stream())
                        .map(PaidFile::id)
                        .anyMatch(file.id()::equals);
    }

    private static List<BundleView.Item> items(BundleView page, List<BundleFile> files) {
        List<String> names = files.stream().map(BundleFile::name).toList();
        return page.items().stream().filter(item -> names.contains(item.name())).toList();
    }
}
