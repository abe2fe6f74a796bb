package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

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
                    case Refund.Unknown u -> Problem.of(404, say("order.refund.unknown"));
                    case Refund.NothingPaid n -> Problem.of(409, say("order.refund.nothing"));
                    case Refund.AboveWhatIsLeft a ->
                            Problem.of(422, say("order.refund.above", words(a.left())));
                    case Refund.Disputed d -> Problem.of(409, say("order.refund.disputed"));
                    case Refund.OtherRequest o -> Problem.of(422, say("order.refund.other"));
                    case Refund.Rejected r ->
                            Problem.of(502, say("order.refund.rejected", r.reason()));
                });
    }

    private static String words(Money money) {
        return Prices.amount(money) + " " + money.currency().toUpperCase(Locale.ROOT);
    }
}
