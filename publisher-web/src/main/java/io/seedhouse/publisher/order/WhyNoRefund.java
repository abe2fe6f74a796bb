package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.page.Prices;
import java.util.Locale;
import java.util.Optional;

/** Why no money is given back, in a status and a sentence for the publisher who wanted it. */
public final class WhyNoRefund {
    private WhyNoRefund() {}

    /** The same words for programs and for people; empty when the money is on its way. */
    public static Optional<Problem> of(Refund refund) {
        return Optional.ofNullable(
                switch (refund) {
                    case Refund.Accepted a -> null;
                    case Refund.Delayed d -> null;
                    case Refund.Unknown u ->
                            Problem.of(404, "No order of this bundle has this id.");
                    case Refund.NothingPaid n ->
                            Problem.of(
                                    409,
                                    "Nothing is left to give back: nothing was paid, or all was"
                                            + " given back before.");
                    case Refund.AboveWhatIsLeft a ->
                            Problem.of(
                                    422,
                                    "At most %s is left to give back.".formatted(words(a.left())));
                    case Refund.Disputed d ->
                            Problem.of(
                                    409,
                                    "The bank holds the money until the dispute is settled, so"
                                            + " none can be given back now.");
                    case Refund.OtherRequest o ->
                            Problem.of(
                                    422,
                                    "This Idempotency-Key was used for another amount: send"
                                            + " another key.");
                    case Refund.Rejected r ->
                            Problem.of(502, "Stripe refused the refund: " + r.reason());
                });
    }

    private static String words(Money money) {
        return Prices.amount(money) + " " + money.currency().toUpperCase(Locale.ROOT);
    }
}
