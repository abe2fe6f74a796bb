package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.door.AddressPrefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A keyring that left the platform: who fetches a key and disputes the charge is shown this. */
@Entity
@Table(name = "paygate_key_release")
class KeyRelease {
    @Id private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    private Instant released;
    private @Nullable String client;

    protected KeyRelease() {}

    KeyRelease(UUID orderId, Instant released, AddressPrefix client) {
        this.id = UUID.randomUUID();
        this.orderId = orderId;
        this.released = released;
        this.client = client.text();
    }

    Instant released() {
        return released;
    }

    /** Empty in rows from before prefixes were written down. */
    Optional<AddressPrefix> client() {
        return Optional.ofNullable(client).map(AddressPrefix::new);
    }
}
