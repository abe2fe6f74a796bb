package io.seedhouse.paygate.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order comes to.
 *
 * @param kind whose files it opens
 * @param parent the order it upgrades, or the gift it redeems
 * @param total what is charged, tip included
 * @param tip in the currency of the total
 * @param discount what a code took off, and what was too little to be charged
 * @param codeId the code that was used
 * @param giftEmail where a gift's link goes; null when its giver hands it over
 * @param giftWords from the giver of a gift
 * @param consent the words agreed to when the address was left to the publisher
 */
public record Terms(
        Kind kind,
        @Nullable UUID parent,
        Money total,
        long tip,
        long discount,
        @Nullable UUID codeId,
        @Nullable String giftEmail,
        @Nullable String giftWords,
        @Nullable String consent) {

    /** A plain purchase at one price. */
    public static Terms plain(Money price) {
        return new Terms(Kind.PURCHASE, null, price, 0, 0, null, null, null, null);
    }

    /** Half of a gift: what the giver paid for and somebody else redeems. */
    public static Terms redeemed(UUID gift, String currency) {
        return new Terms(Kind.REDEEMED, gift, new Money(0, currency), 0, 0, null, null, null, null);
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Terms[kind=" + kind + ", total=" + total + "]";
    }
}
