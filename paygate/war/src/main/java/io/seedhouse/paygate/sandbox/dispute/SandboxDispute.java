package io.seedhouse.paygate.sandbox.dispute;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Texts;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dispute, or the inquiry that may come before one. */
@Entity
@Table(name = "paygate_sandbox_dispute")
class SandboxDispute {
    /** How long an answer may take; at Stripe it depends on the network, mostly 7 to 21 days. */
    private static final Duration ANSWER = Duration.ofDays(9);

    /** As Stripe calls them, in lower case. */
    enum Status {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST,
        WARNING_NEEDS_RESPONSE,
        WARNING_UNDER_REVIEW,
        WARNING_CLOSED;

        boolean isClosed() {
            return this == WON || this == LOST || this == WARNING_CLOSED;
        }

        boolean needsResponse() {
            return this == NEEDS_RESPONSE || this == WARNING_NEEDS_RESPONSE;
        }

        /** An inquiry takes no money. */
        boolean isInquiry() {
            return name().startsWith("WARNING");
        }

        /** Whether the bank has the money, for now or for good. */
        boolean holdsMoney() {
            return !isInquiry() && this != WON;
        }

        String stripes() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "payment_id")
    private String paymentId;

    private long amount;
    private String currency;
    private String reason;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String evidence;
    private @Nullable String metadata;
    private long submissions;
    private Instant created;
    private Instant due;

    protected SandboxDispute() {}

    SandboxDispute(
            String id, SandboxPayment payment, String reason, boolean inquiry, Instant created) {
        this.id = id;
        this.paymentId = payment.id();
        this.amount = payment.price().amount();
        this.currency = payment.price().currency();
        this.reason = reason;
        this.status = inquiry ? Status.WARNING_NEEDS_RESPONSE : Status.NEEDS_RESPONSE;
        this.created = created;
        this.due = created.plus(ANSWER);
    }

    /** Adds to the evidence; what was there under the same name gives way. */
    void evidence(Map<String, String> more) {
        var all = new HashMap<>(evidence());
        all.putAll(more);
        evidence = Texts.write(all);
    }

    void metadata(Map<String, String> more) {
        var all = new HashMap<>(metadata());
        all.putAll(more);
        metadata = Texts.write(all);
    }

    /** The evidence went to the bank. */
    void submit() {
        submissions++;
        status = status.isInquiry() ? Status.WARNING_UNDER_REVIEW : Status.UNDER_REVIEW;
    }

    void close(boolean won) {
        status = status.isInquiry() ? Status.WARNING_CLOSED : won ? Status.WON : Status.LOST;
    }

    String id() {
        return id;
    }

    String paymentId() {
        return paymentId;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    String reason() {
        return reason;
    }

    Status status() {
        return status;
    }

    Map<String, String> evidence() {
        return Texts.read(evidence);
    }

    Map<String, String> metadata() {
        return Texts.read(metadata);
    }

    long submissions() {
        return submissions;
    }

    Instant created() {
        return created;
    }

    Instant due() {
        return due;
    }
}
