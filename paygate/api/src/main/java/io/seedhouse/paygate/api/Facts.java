package io.seedhouse.paygate.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What has happened to orders, for those who have to pass it on. Each fact is a row, recorded in
 * the transaction that made it true.
 */
public interface Facts {

    /**
     * Facts nobody has taken yet, oldest first, locked until the caller's transaction ends. Takes
     * part in that transaction: pass them on and {@link #take} them in one.
     *
     * @param limit 1 to 1000
     */
    List<Fact> pending(int limit);

    /** They were passed on. */
    void take(List<UUID> factIds);

    /**
     * @param what {@code order.paid}, {@code order.refunded}, {@code order.disputed}, {@code
     *     order.restored}, {@code order.fraud_warned}, {@code gift.redeemed}
     * @param amount what the fact is about: the price, or all that was given back by then
     */
    record Fact(
            UUID id,
            UUID bundleId,
            UUID orderId,
            String what,
            String tier,
            Money amount,
            Instant at) {}
}
