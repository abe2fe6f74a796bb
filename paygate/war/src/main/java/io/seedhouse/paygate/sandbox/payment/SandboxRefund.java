package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Money that goes back. Source: docs.stripe.com/refunds. */
@Entity
@Table(name = "paygate_sandbox_refund")
class SandboxRefund {
    static final String PENDING = "pending";
    static final String SUCCEEDED = "succeeded";
    static final String FAILED = "failed";

    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "payment_id")
    private String paymentId;

    private long amount;
    private String currency;
    private @Nullable String reason;
    private @Nullable String metadata;
    private String status;
    private Instant created;
    private @Nullable Instant due;

    protected SandboxRefund() {}

    SandboxRefund(
            String id,
            SandboxPayment payment,
            Money amount,
            @Nullable String reason,
            Map<String, String> metadata,
            Instant created) {
        this.id = id;
        this.paymentId = payment.id();
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.reason = reason;
        this.metadata = Texts.write(metadata);
        this.created = created;
        this.status = payment.course() == Course.REFUNDED_LATE ? PENDING : SUCCEEDED;
        this.due = payment.course().refundTakes().map(created::plus).orElse(null);
    }

    boolean isDue(Instant now) {
        return due != null && !now.isBefore(due);
    }

    /** A pending one comes through, one that had succeeded fails after all. */
    void settle() {
        status = status.equals(PENDING) ? SUCCEEDED : FAILED;
        due = null;
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

    @Nullable String reason() {
        return reason;
    }

    Map<String, String> metadata() {
        return Texts.read(metadata);
    }

    String status() {
        return status;
    }

    Instant created() {
        return created;
    }
}
