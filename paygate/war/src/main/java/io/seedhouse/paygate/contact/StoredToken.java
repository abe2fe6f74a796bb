package io.seedhouse.paygate.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is kept of an {@link UnsubscribeToken}, and whom it unsubscribes. */
@Entity
@Table(name = "paygate_contact_token")
class StoredToken {
    @Id private byte[] hash;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "email_key")
    private String emailKey;

    private Instant issued;

    protected StoredToken() {}

    StoredToken(UnsubscribeToken token, Consent consent, Instant issued) {
        this.hash = token.hash();
        this.bundleId = consent.bundleId();
        this.emailKey = consent.emailKey();
        this.issued = issued;
    }

    UUID bundleId() {
        return bundleId;
    }

    String emailKey() {
        return emailKey;
    }
}
