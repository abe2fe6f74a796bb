package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.api.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A checkout session of the sandbox. It never holds anything of a card. */
@Entity
@Table(name = "paygate_sandbox_session")
class SandboxSession {
    /** As long as Stripe's sessions live. */
    private static final Duration LIFE = Duration.ofHours(24);

    static final String OPEN = "open";
    static final String COMPLETE = "complete";
    static final String EXPIRED = "expired";

    @Id private String id;
    private String product;
    private long amount;
    private String currency;
    private @Nullable String email;
    private @Nullable String reference;

    @Column(name = "order_id")
    private @Nullable String orderId;

    @Column(name = "success_url")
    private String successUrl;

    @Column(name = "cancel_url")
    private @Nullable String cancelUrl;

    private String status;
    private Instant created;
    private Instant expires;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    @Column(name = "request_hash")
    private String requestHash;

    protected SandboxSession() {}

    SandboxSession(String id, SessionForm form, @Nullable String idempotencyKey, Instant created) {
        this.id = id;
        this.product = form.product();
        this.amount = form.price().amount();
        this.currency = form.price().currency();
        this.email = form.email();
        this.reference = form.reference();
        this.orderId = form.orderId();
        this.successUrl = form.successUrl().replace("{CHECKOUT_SESSION_ID}", id);
        this.cancelUrl = form.cancelUrl();
        this.status = OPEN;
        this.created = created;
        this.expires = created.plus(LIFE);
        this.idempotencyKey = idempotencyKey;
        this.requestHash = form.hash();
    }

    String id() {
        return id;
    }

    String product() {
        return product;
    }

    Money price() {
        return new Money(amount, currency);
    }

    @Nullable String email() {
        return email;
    }

    @Nullable String reference() {
        return reference;
    }

    @Nullable String orderId() {
        return orderId;
    }

    String successUrl() {
        return successUrl;
    }

    @Nullable String cancelUrl() {
        return cancelUrl;
    }

    Instant created() {
        return created;
    }

    Instant expires() {
        return expires;
    }

    String requestHash() {
        return requestHash;
    }

    /** One of {@link #OPEN}, {@link #COMPLETE} and {@link #EXPIRED}, as Stripe calls them. */
    String status(Instant now) {
        return status.equals(OPEN) && !now.isBefore(expires) ? EXPIRED : status;
    }
}
