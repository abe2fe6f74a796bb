package io.seedhouse.publisher.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something an account's owner has to be told by mail. */
@Entity
@Table(name = "publisher_account_notice")
public class AccountNotice {
    @Id private UUID id;

    @Column(name = "publisher_id", updatable = false)
    private UUID publisherId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String detail;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private Instant recorded;

    /** In what order they came; the database counts. */
    @Column(insertable = false, updatable = false)
    private long position;

    private Instant due;
    private int tries;
    private String reason;

    protected AccountNotice() {}

    AccountNotice(Kind kind, @Nullable UUID publisherId, Telling telling, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.publisherId = publisherId;
        this.recipient = telling.recipient();
        this.detail = telling.detail();
        this.language = telling.language();
        this.recorded = now.truncatedTo(ChronoUnit.MICROS);
        this.due = publisherId == null ? null : recorded;
    }

    /** Never changes, however often it is sent. */
    public UUID id() {
        return id;
    }

    public UUID publisherId() {
        return publisherId;
    }

    public Kind kind() {
        return kind;
    }

    public String recipient() {
        return recipient;
    }

    /** The account's name, or the other address; empty where there is none. */
    public String detail() {
        return detail;
    }

    /** What its recipient reads, such as {@code en}. */
    public String language() {
        return language;
    }

    Instant recorded() {
        return recorded;
    }

    int tries() {
        return tries;
    }

    void end(@Nullable String why) {
        due = null;
        reason = why;
    }

    void later(Instant until, String why) {
        due = until;
        reason = why;
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "AccountNotice[id=" + id + ", kind=" + kind + "]";
    }
}
