package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Instant;
import java.util.List;

/** Gathers what the API shows of a bundle. */
@ApplicationScoped
class BundleViews {
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Site site;

    BundleView of(Bundle b) {
        String page = site.url("/b/" + b.slug());
        return new BundleView(
                b.id(),
                b.slug(),
                b.title(),
                b.synopsis(),
                b.category().label(),
                b.credits(),
                b.languages().tags(),
                b.status().label(),
                b.problem(),
                bundles.progress(b),
                files(b),
                bundles.tiers(b.id()).stream().map(TierView::of).toList(),
                b.infohashV1(),
                b.infohashV2(),
                b.magnet(),
                b.infohashV1() == null ? null : page + "/bundle.torrent",
                page,
                b.premiere(),
                BundleView.Moments.of(b.windows(), Instant.now()),
                b.published(),
                b.withdrawal(),
                b.versionOf(),
                b.versionKeys() == null ? null : b.versionKeys().label(),
                bundles.newest(b.id()).map(n -> site.url("/b/" + n.slug())).orElse(null));
    }

    private List<BundleView.File> files(Bundle b) {
        return bundles.files(b.id()).stream()
                .map(f -> BundleView.File.of(f, staging.offset(b, f)))
                .toList();
    }
}
