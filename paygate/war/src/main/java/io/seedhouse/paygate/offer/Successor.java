package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The file of a new version that takes the place of an earlier one's; each has one at most. */
@Entity
@Table(name = "paygate_successor")
class Successor {
    @Id
    @Column(name = "old_file")
    private UUID oldFile;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "file_id")
    private UUID fileId;

    private String name;
    private Instant told;
    private boolean settled;

    protected Successor() {}

    Successor(UUID oldFile, UUID bundleId, PaidFile file, Instant told) {
        this.oldFile = oldFile;
        this.bundleId = bundleId;
        this.fileId = file.id();
        this.name = file.name();
        this.told = told;
    }

    Successors.Next toNext() {
        return new Successors.Next(oldFile, bundleId, new PaidFile(fileId, name));
    }
}
