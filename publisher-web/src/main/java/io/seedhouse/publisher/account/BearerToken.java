package io.seedhouse.publisher.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A token handed out, known only by its SHA-256. */
@Entity
@Table(name = "publisher_token")
class BearerToken {
    @Id private String hash;

    @Column(name = "publisher_id")
    private UUID publisherId;

    private Instant created;

    protected BearerToken() {}

    BearerToken(String hash, UUID publisherId) {
        this.hash = hash;
        this.publisherId = publisherId;
        this.created = Instant.now();
    }

    UUID publisherId() {
        return publisherId;
    }
}
