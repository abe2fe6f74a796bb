package io.seedhouse.publisher.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that looks at the library of an address, known only by its cookie's SHA-256. */
@Entity
@Table(name = "publisher_library_session")
class LibrarySession {
    @Id private String hash;

    @Column(updatable = false)
    private String email;

    @Column(updatable = false)
    private Instant created;

    @Column(updatable = false)
    private Instant expires;

    protected LibrarySession() {}

    LibrarySession(String hash, String email, Instant created, Instant expires) {
        this.hash = hash;
        this.email = email;
        this.created = created;
        this.expires = expires;
    }

    String email() {
        return email;
    }

    boolean isOver(Instant now) {
        return !expires.isAfter(now);
    }
}
