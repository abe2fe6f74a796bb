package io.seedhouse.publisher.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A browser that is signed in, known only by its cookie's SHA-256. */
@Entity
@Table(name = "publisher_session")
public class Session {
    @Id private UUID id;

    @Column(updatable = false)
    private String hash;

    @Column(name = "publisher_id", updatable = false)
    private UUID publisherId;

    @Column(updatable = false)
    private String browser;

    @Column(updatable = false)
    private String system;

    @Column(updatable = false)
    private String network;

    @Column(updatable = false)
    private Instant created;

    private Instant used;

    protected Session() {}

    Session(String hash, UUID publisherId, Client client, Instant created, Instant used) {
        this.id = UUID.randomUUID();
        this.hash = hash;
        this.publisherId = publisherId;
        this.browser = client.browser();
        this.system = client.system();
        this.network = client.network();
        this.created = created;
        this.used = used;
    }

    /** Names it, and opens nothing. */
    public UUID id() {
        return id;
    }

    public UUID publisherId() {
        return publisherId;
    }

    public Client client() {
        return new Client(browser, system, network);
    }

    public Instant created() {
        return created;
    }

    /** The hour it was used last. */
    public Instant used() {
        return used;
    }

    boolean isOver(Instant now) {
        return !created.plus(Sessions.LIFE).isAfter(now) || !used.plus(Sessions.IDLE).isAfter(now);
    }
}
