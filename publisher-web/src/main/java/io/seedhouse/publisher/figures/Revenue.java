package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.paygate.api.Money;

/**
 * Money of one currency, in its minor units.
 *
 * @param gross what was charged, tips included
 * @param tips what of it was added freely
 * @param refunded what of it was given back
 * @param disputed what of it a bank holds or took back
 * @param orders that were paid in it
 * @param refunds orders of which something was given back
 */
record Revenue(
        String currency,
        long gross,
        long tips,
        long refunded,
        long disputed,
        long orders,
        long refunds) {

    static Revenue of(Sum sum) {
        return new Revenue(
                sum.currency(),
                sum.gross(),
                sum.tips(),
                sum.refunded(),
                sum.disputed(),
                sum.orders(),
                sum.refunds());
    }

    static Revenue none(String currency) {
        return new Revenue(currency, 0, 0, 0, 0, 0, 0);
    }

    /** Both are of one currency: different ones are never added. */
    Revenue plus(Revenue other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
        return new Revenue(
                currency,
                gross + other.gross,
                tips + other.tips,
                refunded + other.refunded,
                disputed + other.disputed,
                orders + other.orders,
                refunds + other.refunds);
    }

    /** What is left, before what Stripe takes. */
    long net() {
        return gross - refunded - disputed;
    }

    Money money(long amount) {
        return new Money(Math.max(0, amount), currency);
    }
}
