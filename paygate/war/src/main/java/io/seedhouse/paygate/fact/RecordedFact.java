package io.seedhouse.paygate.fact;

import io.seedhouse.paygate.api.Facts.Fact;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that has happened to an order. */
@Entity
@Table(name = "paygate_fact")
class RecordedFact {
    @Id private UUID id;

    /** The order in which they were recorded; the database counts. */
    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "order_id")
    private UUID orderId;

    private String what;
    private String tier;
    private long amount;
    private String currency;
    private Instant at;
    private boolean taken;

    protected RecordedFact() {}

    RecordedFact(PaygateOrder order, String what, Money money, Instant at) {
        this.id = UUID.randomUUID();
        this.bundleId = order.bundleId();
        this.orderId = order.id();
        this.what = what;
        this.tier = order.tier();
        this.amount = money.amount();
        this.currency = money.currency();
        this.at = at;
    }

    String what() {
        return what;
    }

    Instant at() {
        return at;
    }

    Fact toFact() {
        return new Fact(id, bundleId, orderId, what, tier, new Money(amount, currency), at);
    }
}
