package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.page.Prices;
import java.util.Locale;

/** What the paygate refuses to sell, in a status and a sentence for whoever wanted it. */
public final class WhyNot {
    /** To whom typed an address that is none. */
    public static final String EMAIL = "The email must look like name@example.org.";

    /** Else anybody could have mails sent to anybody. */
    public static final String CORRECTED_TOO_OFTEN =
            "This order's address was changed five times, which is as often as it can be: ask the"
                    + " publisher.";

    private WhyNot() {}

    /** The same words for programs and for people. */
    public static Problem of(Refusal why) {
        return switch (why) {
            case Refusal.NotOnSale n ->
                    Problem.of(404, "This offer is not on sale: see the bundle for its tiers.");
            case Refusal.InvalidEmail e -> invalid(EMAIL);
            case Refusal.InvalidGift g -> invalid(g.reason());
            case Refusal.CurrencyNotOffered c ->
                    invalid(
                            "This is not sold in that currency: choose %s."
                                    .formatted(
                                            String.join(", ", c.offered())
                                                    .toUpperCase(Locale.ROOT)));
            case Refusal.AmountMissing a ->
                    invalid(
                            "Say how much you want to pay, from %s on."
                                    .formatted(words(a.minimum())));
            case Refusal.BelowMinimum b ->
                    invalid("The least for this is %s.".formatted(words(b.minimum())));
            case Refusal.AboveMaximum a ->
                    invalid("At most %s can be paid at once.".formatted(words(a.maximum())));
            case Refusal.NotThePrice p ->
                    invalid(
                            "The amount must be %d (%s), the price of this offer, or be left out."
                                    .formatted(p.price().amount(), words(p.price())));
            case Refusal.NoTips t -> invalid("This offer takes no tip: leave it out.");
            case Refusal.ConsentMissing c ->
                    invalid("This is free for those who leave their address to the publisher.");
            case Refusal.CodeRefused c -> invalid(words(c.why()));
            case Refusal.UpgradeRefused u -> Problem.of(status(u.why()), words(u.why()));
            case Refusal.BadIdempotencyKey b ->
                    invalid(
                            "The Idempotency-Key must be 20 to 100 characters that nobody guesses.");
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
            case UNKNOWN -> "This code is unknown here: check how it is written.";
            case NOT_YET -> "This code is not valid yet.";
            case OVER -> "This code is no longer valid.";
            case USED_UP -> "This code has been used up.";
            case OTHER_TIER -> "This code is for another tier of the bundle.";
            case OTHER_CURRENCY -> "This code is for another currency.";
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
            case UNKNOWN -> "No order has this id and token.";
            case NOT_PAID -> "The order to upgrade is not paid.";
            case OTHER_BUNDLE -> "The order to upgrade is for another bundle.";
            case NOT_HIGHER -> "This tier does not hold all that the order already opens.";
            case OTHER_CURRENCY -> "Pay in the currency of the order to upgrade.";
            case USED -> "This order has counted for an upgrade already.";
            case GIFT -> "A gift cannot be upgraded, and an upgrade cannot be given.";
        };
    }
}
