package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Release;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Release}: while this row exists, the bundle is on sale. */
@Entity
@Table(name = "paygate_release")
class BundleRelease {
    @Id
    @Column(name = "bundle_id")
    private UUID bundleId;

    private String title;
    private String slug;
    private @Nullable Instant premiere;

    protected BundleRelease() {}

    BundleRelease(Release release) {
        bundleId = release.bundleId();
        update(release);
    }

    final void update(Release release) {
        title = release.title();
        slug = release.slug();
        premiere = release.premiere();
    }

    Release toRelease() {
        return new Release(bundleId, title, slug, premiere);
    }
}
