package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file of a bundle, from the moment its upload begins. */
@Entity
@Table(name = "publisher_file")
public class BundleFile {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Access access;

    private long length;
    private Instant created;

    protected BundleFile() {}

    /**
     * @param nameKey the name with case and Unicode forms folded, unique within the bundle
     * @param length bytes of the whole file
     */
    public BundleFile(UUID bundleId, String name, String nameKey, Access access, long length) {
        this.id = UUID.randomUUID();
        this.bundleId = bundleId;
        this.name = name;
        this.nameKey = nameKey;
        this.access = access;
        this.length = length;
        this.created = Instant.now();
    }

    /** Also the id of its upload. */
    public UUID id() {
        return id;
    }

    public UUID bundleId() {
        return bundleId;
    }

    /** As uploaded; a plain file name. */
    public String name() {
        return name;
    }

    public Access access() {
        return access;
    }

    /** Bytes in the clear. */
    public long length() {
        return length;
    }

    public Instant created() {
        return created;
    }

    /** Where it lies below the torrent's own folder once sealed. */
    public String path() {
        return access.folder() + "/" + name + (access == Access.PAID ? ".age" : "");
    }

    /** As the paygate names it. */
    public PaidFile paid() {
        return new PaidFile(id, name);
    }
}
