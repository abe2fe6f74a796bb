package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A mail that is to be sent, or was. */
@Entity
@Table(name = "paygate_notice")
class RecordedNotice {
    @Id private UUID id;

    /** The order in which they were recorded; the database counts. */
    @Column(insertable = false, updatable = false)
    private long position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private String recipient;

    @Column(name = "order_id")
    private @Nullable UUID orderId;

    @Column(name = "bundle_id")
    private @Nullable UUID bundleId;

    private @Nullable String title;
    private @Nullable String tier;
    private @Nullable Long amount;
    private @Nullable String currency;
    private @Nullable String words;
    private Instant recorded;
    private @Nullable Instant due;
    private int tries;
    private @Nullable Instant sent;
    private @Nullable String bounced;
    private @Nullable String problem;

    /** What a notice about extras is about; null for at once, and for other notices. */
    private @Nullable Instant moment;

    protected RecordedNotice() {}

    RecordedNotice(Kind kind, String subject, String recipient, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.subject = subject;
        this.recipient = recipient;
        this.recorded = now;
        this.due = now;
    }

    void about(PaygateOrder order, Money money) {
        orderId = order.id();
        bundleId = order.bundleId();
        title = order.title();
        tier = order.tier();
        amount = money.amount();
        currency = money.currency();
        words = order.giftWords().isEmpty() ? null : order.giftWords();
    }

    void about(@Nullable Instant extras) {
        moment = extras;
    }

    Kind kind() {
        return kind;
    }

    @Nullable UUID orderId() {
        return orderId;
    }

    @Nullable UUID bundleId() {
        return bundleId;
    }

    Instant recorded() {
        return recorded;
    }

    int tries() {
        return tries;
    }

    @Nullable Instant sentAt() {
        return sent;
    }

    @Nullable String bounced() {
        return bounced;
    }

    void sent(Instant now) {
        sent = sent == null ? now : sent;
        due = null;
        problem = null;
    }

    /**
     * @param again null when it is given up
     */
    void failed(String reason, @Nullable Instant again) {
        problem = reason;
        due = sent == null ? again : null;
    }

    void bounced(String reason) {
        bounced = reason;
        due = null;
    }

    private boolean isAboutExtras() {
        return kind == Kind.EXTRAS || kind == Kind.EXTRAS_MOVED;
    }

    /**
     * @param premiere of its bundle
     */
    Notice toNotice(@Nullable Instant premiere) {
        return new Notice(
                id,
                kind,
                recipient,
                orderId,
                bundleId,
                title,
                tier,
                amount == null || currency == null ? null : new Money(amount, currency),
                isAboutExtras() ? moment : premiere,
                words,
                recorded);
    }
}
