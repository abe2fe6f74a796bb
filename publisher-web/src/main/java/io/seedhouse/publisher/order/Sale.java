package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.SentMail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it to the publisher of its bundle.
 *
 * @param kind purchase, gift, redeemed or upgrade
 * @param tip what of the amount was a tip
 * @param refunded what of the amount was given back
 * @param code the discount code that was used
 * @param dispute Stripe's word for where the dispute stands; null without one
 * @param fraudWarned when the card's issuer warned of fraud; null when it did not
 * @param paid null until it is paid
 * @param grants names of the files whose keys the order may fetch now
 * @param mails those sent, oldest first
 */
public record Sale(
        UUID orderId,
        String kind,
        String tier,
        String email,
        Money amount,
        Money tip,
        Money refunded,
        @Nullable String code,
        String status,
        @Nullable String dispute,
        @Nullable Instant fraudWarned,
        Instant created,
        @Nullable Instant paid,
        List<String> grants,
        List<Mail> mails) {

    /**
     * @param kind such as {@code receipt}
     * @param bounced why the address's server refused it; null when it did not
     */
    public record Mail(String kind, Instant at, @Nullable String bounced) {
        static Mail of(SentMail m) {
            return new Mail(m.kind().name().toLowerCase(Locale.ROOT), m.at(), m.bounced());
        }
    }

    static Sale of(PublishersOrder o) {
        return new Sale(
                o.orderId(),
                o.kind().name().toLowerCase(Locale.ROOT),
                o.tier(),
                o.email(),
                o.amount(),
                o.tip(),
                o.refunded(),
                o.code(),
                o.status().name().toLowerCase(Locale.ROOT),
                o.dispute(),
                o.fraudWarned(),
                o.created(),
                o.paid(),
                o.grants(),
                o.mails().stream().map(Mail::of).toList());
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Sale[orderId=" + orderId + "]";
    }
}
