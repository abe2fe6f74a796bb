package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.PaidFile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** A file of a new version that buyers of an earlier version's tier own too. */
@Entity
@IdClass(Addition.Key.class)
@Table(name = "paygate_addition")
class Addition {
    @Id
    @Column(name = "bought_bundle")
    private UUID boughtBundle;

    @Id private String tier;

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String name;
    private Instant told;
    private boolean settled;

    protected Addition() {}

    Addition(Key key, UUID bundleId, String name, Instant told) {
        this.boughtBundle = key.boughtBundle();
        this.tier = key.tier();
        this.fileId = key.fileId();
        this.bundleId = bundleId;
        this.name = name;
        this.told = told;
    }

    Additions.Added toAdded() {
        return new Additions.Added(bundleId, new PaidFile(fileId, name));
    }

    record Key(UUID boughtBundle, String tier, UUID fileId) {}
}
