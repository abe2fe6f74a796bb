package io.seedhouse.paygate.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the orders of bundles come to, summed where they are stored. Days are those of UTC, and
 * currencies are never added together. The caller has made sure that the bundles are the reader's
 * own.
 */
public interface Figures {
    /** Bundles one call may be about. */
    int MOST_BUNDLES = 10_000;

    /** Orders one call of {@link #newest} may answer. */
    int MOST_ORDERS = 100;

    /**
     * Orders that were paid, or needed no money, summed by bundle, day, tier, currency and way.
     * What was given back is counted on the day of the order that it was given back of, so what a
     * day's orders have left is never reckoned from other days. Left out are payments for what
     * their address owned before: they were not taken, or sent back.
     *
     * @param bundleIds at most {@link #MOST_BUNDLES}
     * @param from the first day
     * @param until the day after the last
     */
    List<Sum> sums(Collection<UUID> bundleIds, LocalDate from, LocalDate until);

    /**
     * Checkouts begun for money, by bundle and day, whatever became of them.
     *
     * @param bundleIds at most {@link #MOST_BUNDLES}
     * @param from the first day
     * @param until the day after the last
     */
    List<Begun> begun(Collection<UUID> bundleIds, LocalDate from, LocalDate until);

    /**
     * The orders paid last, or opened for nothing, newest first.
     *
     * @param bundleIds at most {@link #MOST_BUNDLES}
     * @param limit 1 to {@link #MOST_ORDERS}
     */
    List<Recent> newest(Collection<UUID> bundleIds, int limit);

    /** How an order came about. */
    enum Way {
        /** Bought for oneself, upgrades too. */
        PAID,
        /** Bought for somebody else. */
        GIFT,
        /** The other half of a gift: no money of its own. */
        REDEEMED,
        /** For an address that was left to the publisher. */
        EMAIL,
        /** For nothing. */
        FREE
    }

    /**
     * Orders of one bundle, day, tier, currency and way, in minor units of the currency.
     *
     * @param gross what was charged, tips included
     * @param tips what of it was added freely
     * @param refunded what of it was given back by now
     * @param disputed what of it a bank holds or took back
     * @param refunds orders of which something was given back
     */
    record Sum(
            UUID bundleId,
            LocalDate day,
            String tier,
            String currency,
            Way way,
            long orders,
            long gross,
            long tips,
            long refunded,
            long disputed,
            long refunds) {}

    record Begun(UUID bundleId, LocalDate day, long checkouts) {}

    /**
     * @param at when it was paid
     */
    record Recent(
            UUID orderId,
            UUID bundleId,
            Orders.Kind kind,
            String tier,
            String email,
            Money amount,
            Money refunded,
            Orders.Status status,
            Instant at) {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Recent[orderId=" + orderId + "]";
        }
    }
}
