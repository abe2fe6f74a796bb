package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent and its one charge. Statuses are the intent's as Stripe calls them
 * (docs.stripe.com/payments/paymentintents/lifecycle). It never holds anything of a card.
 */
@Entity
@Table(name = "paygate_sandbox_payment")
public class SandboxPayment {
    static final String SUCCEEDED = "succeeded";
    static final String PROCESSING = "processing";
    static final String CAPTURABLE = "requires_capture";
    static final String FAILED = "requires_payment_method";
    static final String CANCELED = "canceled";

    /** As long as an authorisation holds. Source: docs.stripe.com/payments/place-a-hold. */
    private static final Duration HOLD = Duration.ofDays(7);

    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "session_id")
    private String sessionId;

    private long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private Course course;

    @Column(name = "capture_method")
    private String captureMethod;

    private String status;
    private long captured;
    private long refunded;
    private boolean disputed;

    @Column(name = "charged_back")
    private boolean chargedBack;

    private @Nullable String email;
    private @Nullable String description;
    private @Nullable String metadata;
    private Instant created;
    private @Nullable Instant due;

    @Column(name = "canceled_at")
    private @Nullable Instant canceledAt;

    @Column(name = "cancellation_reason")
    private @Nullable String cancellationReason;

    protected SandboxPayment() {}

    /**
     * A payment that a buyer just made.
     *
     * @param hold whether the money is only held until it is captured
     */
    public SandboxPayment(
            String id,
            String sessionId,
            Money price,
            Course course,
            boolean hold,
            Details details,
            Instant created) {
        this.id = id;
        this.sessionId = sessionId;
        this.amount = price.amount();
        this.currency = price.currency();
        this.course = course;
        this.captureMethod = hold ? "manual" : "automatic";
        this.email = details.email();
        this.description = details.description();
        this.metadata = Texts.write(details.metadata());
        this.created = created;
        if (hold) {
            status = CAPTURABLE;
            due = created.plus(HOLD);
        } else if (course.debitTakes().isPresent()) {
            status = PROCESSING;
            due = created.plus(course.debitTakes().get());
        } else {
            succeed();
        }
    }

    /** What goes with a payment. */
    public record Details(
            @Nullable String email, @Nullable String description, Map<String, String> metadata) {
        @Override
        public String toString() {
            return "Details";
        }
    }

    /** Whether something is to happen to it by itself. */
    public boolean isDue(Instant now) {
        return due != null && !now.isBefore(due);
    }

    void succeed() {
        status = SUCCEEDED;
        captured = amount;
        due = null;
    }

    void fail() {
        status = FAILED;
        due = null;
    }

    void cancel(Instant now, @Nullable String reason) {
        status = CANCELED;
        canceledAt = now;
        cancellationReason = reason;
        due = null;
    }

    void refund(long more) {
        refunded += more;
    }

    /**
     * A dispute was opened or has moved on.
     *
     * @param moneyIsGone whether the bank has taken the money, so that none can be refunded
     */
    public void dispute(boolean moneyIsGone) {
        disputed = true;
        chargedBack = moneyIsGone;
    }

    public String id() {
        return id;
    }

    /** A payment has one charge, so its id says which. */
    public String chargeId() {
        return "ch_" + id.substring("pi_".length());
    }

    public String sessionId() {
        return sessionId;
    }

    public Money price() {
        return new Money(amount, currency);
    }

    public Course course() {
        return course;
    }

    String captureMethod() {
        return captureMethod;
    }

    String status() {
        return status;
    }

    /** Whether the money is there, whatever was refunded since. */
    public boolean isPaid() {
        return status.equals(SUCCEEDED);
    }

    long captured() {
        return captured;
    }

    long refunded() {
        return refunded;
    }

    long left() {
        return captured - refunded;
    }

    /** Whether all of it went back. */
    public boolean isRefunded() {
        return captured > 0 && left() == 0;
    }

    public boolean isDisputed() {
        return disputed;
    }

    boolean isChargedBack() {
        return chargedBack;
    }

    @Nullable String email() {
        return email;
    }

    @Nullable String description() {
        return description;
    }

    Map<String, String> metadata() {
        return Texts.read(metadata);
    }

    Instant created() {
        return created;
    }

    Optional<Instant> canceledAt() {
        return Optional.ofNullable(canceledAt);
    }

    @Nullable String cancellationReason() {
        return cancellationReason;
    }
}
