package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.PaidFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it to its buyer.
 *
 * @param kind purchase, gift, redeemed or upgrade
 * @param email where its mails go
 * @param bounced whether the last mail to the address came back
 * @param refunded what of the amount was given back
 * @param owned whether the address owned all of it before, so that nothing was charged
 * @param waitsForProof whether the link in a mail has to be followed first
 * @param premiere the keyring opens then; null for at once
 * @param serverTime now, as the premiere counts it
 */
public record Purchase(
        UUID orderId,
        UUID bundleId,
        String kind,
        String title,
        String tier,
        String email,
        boolean bounced,
        Money amount,
        Money refunded,
        String status,
        boolean owned,
        boolean waitsForProof,
        Instant created,
        @Nullable Instant premiere,
        Instant serverTime,
        List<String> files,
        String keyringUrl) {
    static Purchase of(BuyersOrder o, Instant now) {
        return new Purchase(
                o.orderId(),
                o.bundleId(),
                o.kind().name().toLowerCase(Locale.ROOT),
                o.title(),
                o.tier(),
                o.email(),
                o.bounced(),
                o.amount(),
                o.refunded(),
                o.status().name().toLowerCase(Locale.ROOT),
                isOwned(o),
                o.waitsForProof(),
                o.created(),
                o.premiere(),
                now,
                o.files().stream().map(PaidFile::name).toList(),
                o.keyringUrl());
    }

    /**
     * Told only once the order has come to its end: until then the answer is the same for
     * everybody, or a stranger could learn by an address what its owner has bought.
     */
    public static boolean isOwned(BuyersOrder o) {
        return o.owned() && o.status() != Orders.Status.PENDING && o.status() != Orders.Status.PAID;
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Purchase[orderId=" + orderId + "]";
    }
}
