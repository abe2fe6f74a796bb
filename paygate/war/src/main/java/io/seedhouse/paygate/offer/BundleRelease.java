package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Release;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Release}; it outlives the sale, because keys are given out by it. */
@Entity
@Table(name = "paygate_release")
class BundleRelease {
    @Id
    @Column(name = "bundle_id")
    private UUID bundleId;

    private String title;
    private String slug;
    private @Nullable Instant premiere;

    @Column(name = "on_sale")
    private boolean onSale;

    /** The premiere that buyers know of. */
    @Column(name = "told_premiere")
    private @Nullable Instant toldPremiere;

    /** Whether buyers were told that it has begun. */
    @Column(name = "premiere_begun")
    private boolean premiereBegun;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "paygate_release_file", joinColumns = @JoinColumn(name = "bundle_id"))
    @Column(name = "file_id")
    private Set<UUID> files = new HashSet<>();

    protected BundleRelease() {}

    BundleRelease(Release release) {
        bundleId = release.bundleId();
        toldPremiere = release.premiere();
        update(release);
    }

    final void update(Release release) {
        title = release.title();
        slug = release.slug();
        premiereBegun &= Objects.equals(premiere, release.premiere());
        premiere = release.premiere();
        files.retainAll(release.files());
        files.addAll(release.files());
        onSale = true;
    }

    void withdraw() {
        onSale = false;
    }

    /** Buyers know of its premiere. */
    void premiereTold() {
        toldPremiere = premiere;
    }

    /** Buyers know that its premiere has begun. */
    void beginningTold() {
        premiereBegun = true;
    }

    boolean isOnSale() {
        return onSale;
    }

    Release toRelease() {
        return new Release(bundleId, title, slug, premiere, files);
    }
}
