package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.page.Prices;
import java.util.Locale;

/** What the paygate refuses to sell, in a status and a sentence for whoever wanted it. */
public final class WhyNot {
    private WhyNot() {}

    /** To whom typed an address that is none. */
    public static String email() {
        return say("order.email");
    }

    /** Else anybody could have mails sent to anybody. */
    public static String correctedTooOften() {
        return say("order.corrected");
    }

    /** The same words for programs and for people. */
    public static Problem of(Refusal why) {
        return switch (why) {
            case Refusal.NotOnSale n -> Problem.of(404, say("order.not-on-sale"));
            case Refusal.InvalidEmail e -> invalid(email());
            case Refusal.InvalidGift g -> invalid(again("paygate", g.reason()));
            case Refusal.CurrencyNotOffered c ->
                    invalid(
                            say(
                                    "order.currency",
                                    String.join(", ", c.offered()).toUpperCase(Locale.ROOT)));
            case Refusal.AmountMissing a -> invalid(say("order.amount", words(a.minimum())));
            case Refusal.BelowMinimum b -> invalid(say("order.least", words(b.minimum())));
            case Refusal.AboveMaximum a -> invalid(say("order.most", words(a.maximum())));
            case Refusal.NotThePrice p ->
                    invalid(say("order.price", p.price().amount(), words(p.price())));
            case Refusal.NoTips t -> invalid(say("order.no-tip"));
            case Refusal.ConsentMissing c -> invalid(say("order.consent"));
            case Refusal.CodeRefused c -> invalid(words(c.why()));
            case Refusal.UpgradeRefused u -> Problem.of(status(u.why()), words(u.why()));
            case Refusal.BadIdempotencyKey b -> invalid(say("order.key"));
        };
    }

    private static Problem invalid(String sentence) {
        return Problem.of(422, sentence);
    }

    private static String words(Money money) {
        return Prices.amount(money) + " " + money.currency().toUpperCase(Locale.ROOT);
    }

    private static String words(Refusal.Code why) {
        return switch (why) {
            case UNKNOWN -> say("order.code.unknown");
            case NOT_YET -> say("order.code.not-yet");
            case OVER -> say("order.code.over");
            case USED_UP -> say("order.code.used-up");
            case OTHER_TIER -> say("order.code.other-tier");
            case OTHER_CURRENCY -> say("order.code.other-currency");
        };
    }

    /** 409 for what may be otherwise at another time, 422 for what will not. */
    private static int status(Refusal.UpgradeRefused.Reason why) {
        return switch (why) {
            case UNKNOWN -> 404;
            case NOT_PAID, USED -> 409;
            case OTHER_BUNDLE, NOT_HIGHER, OTHER_CURRENCY, GIFT -> 422;
        };
    }

    private static String words(Refusal.UpgradeRefused.Reason why) {
        return switch (why) {
            case UNKNOWN -> say("order.unknown");
            case NOT_PAID -> say("order.upgrade.not-paid");
            case OTHER_BUNDLE -> say("order.upgrade.other-bundle");
            case NOT_HIGHER -> say("order.upgrade.not-higher");
            case OTHER_CURRENCY -> say("order.upgrade.currency");
            case USED -> say("order.upgrade.used");
            case GIFT -> say("order.upgrade.gift");
        };
    }
}
