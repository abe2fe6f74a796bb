package io.seedhouse.paygate.contact;

import io.seedhouse.paygate.api.Contacts.Contact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that an order left. */
@Entity
@Table(name = "paygate_contact")
class Consent {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "bundle_id")
    private UUID bundleId;

    /** The address without case: a person is one contact however they type it. */
    @Column(name = "email_key")
    private String emailKey;

    private String email;
    private String consent;
    private Instant given;
    private @Nullable Instant unsubscribed;

    protected Consent() {}

    Consent(
            UUID orderId,
            UUID bundleId,
            String emailKey,
            String email,
            String consent,
            Instant given) {
        this.orderId = orderId;
        this.bundleId = bundleId;
        this.emailKey = emailKey;
        this.email = email;
        this.consent = consent;
        this.given = given;
    }

    UUID bundleId() {
        return bundleId;
    }

    String emailKey() {
        return emailKey;
    }

    /** Whether it still holds. */
    boolean holds() {
        return unsubscribed == null;
    }

    Contact toContact() {
        return new Contact(email, consent, given, unsubscribed);
    }
}
