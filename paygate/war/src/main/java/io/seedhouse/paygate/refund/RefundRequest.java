package io.seedhouse.paygate.refund;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a part of an order's money shall be given back. */
@Entity
@Table(name = "paygate_refund")
public class RefundRequest {
    private static final String OWNED = "owned";

    /** More than a call of Stripe and its own repetitions can take. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);

    @Id private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    private long amount;

    @Column(name = "request_key")
    private String requestKey;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String problem;
    private Instant requested;
    private int tries;
    private @Nullable Instant tried;

    /** How far it has come. */
    public enum State {
        /** Stripe has not answered yet. */
        REQUESTED,
        SENT,
        REJECTED
    }

    protected RefundRequest() {}

    private RefundRequest(UUID orderId, long amount, String key, Instant now) {
        this.id = UUID.randomUUID();
        this.orderId = orderId;
        this.amount = amount;
        this.requestKey = key;
        this.state = State.REQUESTED;
        this.requested = now;
    }

    /** Records a wish, inside the caller's transaction. */
    public static RefundRequest record(
            EntityManager db, PaygateOrder order, long amount, String key, Instant now) {
        var request = new RefundRequest(order.id(), amount, key, now);
        db.persist(request);
        return request;
    }

    /** All of an order whose buyer owned it already. */
    public static void recordOwned(EntityManager db, PaygateOrder order, Instant now) {
        record(db, order, order.price().amount(), OWNED, now);
    }

    /** The wish that was recorded under a key. */
    public static Optional<RefundRequest> ofKey(EntityManager db, UUID orderId, String key) {
        return db.createQuery(
                        "select r from RefundRequest r where r.orderId = :order"
                                + " and r.requestKey = :key",
                        RefundRequest.class)
                .setParameter("order", orderId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Minor units that Stripe has not been told of yet. */
    public static long waiting(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select coalesce(sum(r.amount), 0) from RefundRequest r"
                                + " where r.orderId = :order and r.state = :requested",
                        Long.class)
                .setParameter("order", orderId)
                .setParameter("requested", State.REQUESTED)
                .getSingleResult();
    }

    /** Those that wait for Stripe and were not tried since a moment, oldest first. */
    public static List<UUID> due(EntityManager db, Instant triedBefore, int limit) {
        return db.createQuery(
                        "select r.id from RefundRequest r where r.state = :requested"
                                + " and (r.tried is null or r.tried < :before)"
                                + " order by r.requested",
                        UUID.class)
                .setParameter("requested", State.REQUESTED)
                .setParameter("before", triedBefore)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether another call asks Stripe right now: asking beside it might give back twice. */
    public boolean isUnderWay(Instant now) {
        return tried != null && now.isBefore(tried.plus(LONGEST_CALL));
    }

    /** Stripe could not be asked; whoever comes next may. */
    public void unavailable() {
        tried = tried == null ? null : tried.minus(LONGEST_CALL);
    }

    /** How often Stripe was asked, this time included. */
    public int attempt(Instant now) {
        tried = now;
        return ++tries;
    }

    public void sent() {
        state = State.SENT;
    }

    public void rejected(String reason) {
        state = State.REJECTED;
        problem = reason;
    }

    /** Also what Stripe knows it by: the same id never gives back twice. */
    public UUID id() {
        return id;
    }

    public UUID orderId() {
        return orderId;
    }

    public Money amount(String currency) {
        return new Money(amount, currency);
    }

    public State state() {
        return state;
    }

    /** Why Stripe refused it. */
    public String problem() {
        return problem == null ? "" : problem;
    }
}
