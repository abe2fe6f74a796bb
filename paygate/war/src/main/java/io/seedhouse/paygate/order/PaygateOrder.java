package io.seedhouse.paygate.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.offer.FileLine;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One purchase. Its status changes only by {@link OrderBook}'s conditional updates. */
@Entity
@Table(name = "paygate_order")
public class PaygateOrder {
    @Id private UUID id;

    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "bundle_id")
    private UUID bundleId;

    private String tier;
    private String title;
    private String email;
    private long amount;
    private String currency;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "stripe_session_id")
    private @Nullable String stripeSessionId;

    private boolean livemode;
    private Instant created;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @ElementCollection
    @CollectionTable(name = "paygate_order_file", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<FileLine> files = new ArrayList<>();

    protected PaygateOrder() {}

    /**
     * An order that still has to be paid.
     *
     * @param title the bundle's title at this moment
     */
    public PaygateOrder(
            Offer offer, String title, String email, OrderToken token, Instant created) {
        this.id = UUID.randomUUID();
        this.offerId = offer.id();
        this.bundleId = offer.bundleId();
        this.tier = offer.tier();
        this.title = title;
        this.email = email;
        this.amount = offer.price().amount();
        this.currency = offer.price().currency();
        this.tokenHash = token.hash();
        this.status = Status.PENDING;
        this.created = created;
        offer.files().forEach(file -> files.add(new FileLine(file.id(), file.name())));
    }

    public UUID id() {
        return id;
    }

    public UUID bundleId() {
        return bundleId;
    }

    public String tier() {
        return tier;
    }

    public String title() {
        return title;
    }

    public String email() {
        return email;
    }

    /** What is charged, fixed when the order was begun. */
    public Money price() {
        return new Money(amount, currency);
    }

    public Status status() {
        return status;
    }

    public Instant created() {
        return created;
    }

    /** The files bought; readable inside a transaction only. */
    public List<PaidFile> files() {
        return files.stream().map(FileLine::toPaidFile).toList();
    }

    /** Empty for a free order, and until Stripe has answered. */
    public Optional<String> stripeSessionId() {
        return Optional.ofNullable(stripeSessionId);
    }

    /** Whether real money was asked for. */
    public boolean livemode() {
        return livemode;
    }

    /** Compares in constant time. */
    public boolean opensWith(OrderToken token) {
        return token.matches(tokenHash);
    }
}
