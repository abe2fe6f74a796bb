package io.seedhouse.paygate.entitlement;

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

    private String name;
    private Instant granted;
    private @Nullable Instant revoked;

    protected Entitlement() {}

    Entitlement(UUID orderId, UUID fileId, String name, Instant granted) {
        this.orderId = orderId;
        this.fileId = fileId;
        this.name = name;
        this.granted = granted;
    }

    UUID orderId() {
        return orderId;
    }

    UUID fileId() {
        return fileId;
    }

    String name() {
        return name;
    }

    record Key(UUID orderId, UUID fileId) {}
}
