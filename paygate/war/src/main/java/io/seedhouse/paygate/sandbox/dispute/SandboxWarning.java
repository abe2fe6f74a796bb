package io.seedhouse.paygate.sandbox.dispute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An early fraud warning. Source: docs.stripe.com/api/radar/early_fraud_warnings. */
@Entity
@Table(name = "paygate_sandbox_warning")
class SandboxWarning {
    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "payment_id")
    private String paymentId;

    private Instant created;

    protected SandboxWarning() {}

    SandboxWarning(String id, String paymentId, Instant created) {
        this.id = id;
        this.paymentId = paymentId;
        this.created = created;
    }

    String id() {
        return id;
    }

    String paymentId() {
        return paymentId;
    }

    Instant created() {
        return created;
    }
}
