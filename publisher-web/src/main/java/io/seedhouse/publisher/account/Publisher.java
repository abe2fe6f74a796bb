package io.seedhouse.publisher.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

    /** In lower case, as all comparisons need it. */
    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** The hash, never the password. */
    String password() {
        return password;
    }
}
