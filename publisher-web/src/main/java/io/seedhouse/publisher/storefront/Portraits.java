package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.storefront.Portrait.Attempt;
import io.seedhouse.tracker.api.Torrents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Gathers what a bundle's page shows. */
@ApplicationScoped
class Portraits {
    @Inject Bundles bundles;
    @Inject Torrents torrents;

    /**
     * @throws Refused with 404 where there is none, and with 410 once it was withdrawn
     */
    Bundle published(String slug) {
        Bundle bundle =
                bundles.everPublished(slug)
                        .orElseThrow(() -> new Refused(404, say("storefront.none")));
        Withdrawal gone = bundle.withdrawal();
        if (gone != null) {
            String newest =
                    bundles.newest(bundle.id())
                            .map(next -> " " + say("storefront.withdrawn.newer", next.slug()))
                            .orElse("");
            throw new Refused(410, say("storefront.withdrawn", gone.reason()) + newest);
        }
        return bundle;
    }

    Page page(Bundle bundle, Attempt attempt) {
        return new Page("storefront/bundle.jte", portrait(bundle).draw(attempt, Instant.now()));
    }

    /** The page of a bundle in any state, as a visitor would find it. */
    BundleView view(Bundle bundle) {
        return portrait(bundle).draw(Attempt.NONE, Instant.now());
    }

    private Portrait portrait(Bundle bundle) {
        return new Portrait(
                bundle,
                bundles.files(bundle.id()),
                bundles.tiers(bundle.id()),
                torrents.swarm(bundle.id()).orElse(new Torrents.Swarm(0, 0, 0)),
                bundles.newest(bundle.id()));
    }
}
