package io.seedhouse.paygate.entitlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A keyring that left the platform: who fetches a key and disputes the charge is shown this. */
@Entity
@Table(name = "paygate_key_release")
class KeyRelease {
    @Id private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    private Instant released;

    protected KeyRelease() {}

    KeyRelease(UUID orderId, Instant released) {
        this.id = UUID.randomUUID();
        this.orderId = orderId;
        this.released = released;
    }
}
