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

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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

    /** When its extras open; never before the premiere. */
    private @Nullable Instant extras;

    /** The moment for the extras that buyers know of. */
    @Column(name = "told_extras")
    private @Nullable Instant toldExtras;

    /** Whether buyers were told that the extras are open. */
    @Column(name = "extras_begun")
    private boolean extrasBegun;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "paygate_release_extra", joinColumns = @JoinColumn(name = "bundle_id"))
    @Column(name = "file_id")
    private Set<UUID> extraFiles = new HashSet<>();

    protected BundleRelease() {}

    BundleRelease(Release release) {
        bundleId = release.bundleId();
        toldPremiere = release.premiere();
        toldExtras = release.extras().opens();
        update(release);
    }

    final void update(Release release) {
        title = release.title();
        slug = release.slug();
        premiereBegun &= Objects.equals(premiere, release.premiere());
        premiere = release.premiere();
        extrasBegun &= Objects.equals(extras, release.extras().opens());
        extras = release.extras().opens();
        become(files, release.files());
        become(extraFiles, release.extras().files());
        onSale = true;
    }

    private static void become(Set<UUID> rows, Set<UUID> now) {
        rows.retainAll(now);
        rows.addAll(now);
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

    /** Buyers know when its extras open. */
    void extrasTold() {
        toldExtras = extras;
    }

    /** Buyers know that its extras are open. */
    void extrasBeginningTold() {
        extrasBegun = true;
    }

    @Nullable Instant extras() {
        return extras;
    }

    boolean isOnSale() {
        return onSale;
    }

    Release toRelease() {
        return new Release(
                bundleId,
                title,
                slug,
                premiere,
                files,
                Map.of(),
                new Release.Extras(extras, extraFiles),
                Release.Additions.NONE);
    }
}
