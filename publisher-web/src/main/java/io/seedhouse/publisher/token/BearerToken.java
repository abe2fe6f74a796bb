package io.seedhouse.publisher.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token handed out, known only by its SHA-256. */
@Entity
@Table(name = "publisher_token")
class BearerToken {
    @Id private String hash;

    @Column(updatable = false)
    private UUID id;

    @Column(name = "publisher_id", updatable = false)
    private UUID publisherId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String scopes;

    @Column(updatable = false)
    private Instant created;

    @Column(updatable = false)
    private Instant expires;

    private Instant used;

    protected BearerToken() {}

    BearerToken(String hash, UUID publisherId, Wish wish, Instant now) {
        this.hash = hash;
        this.id = UUID.randomUUID();
        this.publisherId = publisherId;
        this.name = wish.name();
        this.scopes = Scope.join(wish.scopes());
        this.created = now;
        this.expires = wish.life() == null ? null : now.plus(wish.life());
    }

    UUID id() {
        return id;
    }

    UUID publisherId() {
        return publisherId;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Scope.split(scopes);
    }

    Instant created() {
        return created;
    }

    @Nullable Instant expires() {
        return expires;
    }

    @Nullable Instant used() {
        return used;
    }

    boolean isOver(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    Grant grant() {
        return new Grant(publisherId, id, scopes());
    }
}
