package io.seedhouse.publisher.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who publishes bundles. */
@Entity
@Table(name = "publisher_account")
public class Publisher {
    @Id private UUID id;
    private String email;
    private String name;
    private String password;

    @Column(updatable = false)
    private Instant created;

    private Instant confirmed;
    private Instant closed;

    protected Publisher() {}

    Publisher(String email, String name, String password) {
        this.id = UUID.randomUUID();
        this.email = email;
        this.name = name;
        this.password = password;
        this.created = Instant.now();
    }

    public UUID id() {
        return id;
    }

    /** In lower case, as all comparisons need it; empty once the account is closed. */
    public String email() {
        return Objects.requireNonNullElse(email, "");
    }

    public String name() {
        return name;
    }

    public Instant created() {
        return created;
    }

    /** Whether its owner has shown that they read mail to the address. */
    public boolean isConfirmed() {
        return confirmed != null;
    }

    public boolean isClosed() {
        return closed != null;
    }

    /** The hash, never the password; null once the account is closed. */
    @Nullable String password() {
        return password;
    }

    void confirm(Instant now) {
        confirmed = confirmed == null ? now.truncatedTo(ChronoUnit.MICROS) : confirmed;
    }

    void move(String to, Instant now) {
        email = to;
        confirmed = now.truncatedTo(ChronoUnit.MICROS);
    }

    void rename(String to) {
        name = to;
    }

    void renew(String hash) {
        password = hash;
    }

    /** For good: the address is free again, and no password opens it. */
    void close(Instant now) {
        closed = now.truncatedTo(ChronoUnit.MICROS);
        email = null;
        password = null;
    }
}
