package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order's right to the identity of one file, until it is revoked. */
@Entity
@IdClass(Entitlement.Key.class)
@Table(name = "paygate_entitlement")
class Entitlement {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String name;
    private Instant granted;
    private @Nullable Instant revoked;

    protected Entitlement() {}

    Entitlement(UUID orderId, UUID bundleId, PaidFile file, Instant granted) {
        this.orderId = orderId;
        this.bundleId = bundleId;
        this.fileId = file.id();
        this.name = file.name();
        this.granted = granted;
    }

    UUID orderId() {
        return orderId;
    }

    /** The bundle that holds the file; later versions of a bundle are bundles of their own. */
    UUID bundleId() {
        return bundleId;
    }

    UUID fileId() {
        return fileId;
    }

    boolean isOpen() {
        return revoked == null;
    }

    /** The right to the file that takes the place of this one's; as open as this one. */
    Entitlement next(UUID newBundle, PaidFile newFile, Instant now) {
        var next = new Entitlement(orderId, newBundle, newFile, now);
        next.revoked = revoked;
        return next;
    }

    String name() {
        return name;
    }

    record Key(UUID orderId, UUID fileId) {}
}
