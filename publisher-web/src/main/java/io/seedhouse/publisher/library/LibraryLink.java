package io.seedhouse.publisher.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that was mailed, known only by its token's SHA-256. */
@Entity
@Table(name = "publisher_library_link")
class LibraryLink {
    @Id private String hash;

    @Column(updatable = false)
    private String email;

    @Column(updatable = false)
    private Instant expires;

    private @Nullable Instant redeemed;

    protected LibraryLink() {}

    LibraryLink(String hash, String email, Instant expires) {
        this.hash = hash;
        this.email = email;
        this.expires = expires;
    }

    String email() {
        return email;
    }

    boolean isRedeemed() {
        return redeemed != null;
    }

    boolean isOver(Instant now) {
        return !expires.isAfter(now);
    }

    void redeem(Instant now) {
        redeemed = now;
    }
}
