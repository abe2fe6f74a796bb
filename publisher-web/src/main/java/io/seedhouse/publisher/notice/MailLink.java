package io.seedhouse.publisher.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link that was mailed about an account, known only by its token's SHA-256. */
@Entity
@Table(name = "publisher_account_link")
class MailLink {
    @Id private String hash;

    @Column(name = "publisher_id", updatable = false)
    private UUID publisherId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private String email;

    private Instant expires;
    private Instant redeemed;

    protected MailLink() {}

    MailLink(String hash, UUID publisherId, Purpose purpose, String email, Instant expires) {
        this.hash = hash;
        this.publisherId = publisherId;
        this.purpose = purpose;
        this.email = email;
        this.expires = expires;
    }

    Purpose purpose() {
        return purpose;
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

    Proof.Proven proof() {
        return new Proof.Proven(publisherId, purpose, email);
    }
}
