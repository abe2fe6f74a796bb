package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.Prices;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A discount in a cell: {@code 50%}, {@code 2.50 usd} or {@code full}. */
final class DiscountText {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%");
    private static final Pattern AMOUNT = Pattern.compile("([\\d.,]{1,16})\\s*([A-Za-z]{3})");

    private DiscountText() {}

    static String of(Discount discount) {
        return switch (discount) {
            case Discount.Percent some -> some.percent() + "%";
            case Discount.Amount some -> Prices.typed(some.money()) + " " + some.money().currency();
            case Discount.Full full -> "full";
        };
    }

    /** For people: {@code 50 % off}, {@code $2.50 off}, {@code Free}. */
    static String words(Discount discount) {
        return switch (discount) {
            case Discount.Percent some -> say("code.discount.percent", some.percent());
            case Discount.Amount some -> say("code.discount.amount", Prices.amount(some.money()));
            case Discount.Full full -> say("page.price.free");
        };
    }

    /**
     * @throws Invalid when it is none
     */
    static Discount parse(String text) {
        String typed = text.strip();
        Matcher percent = PERCENT.matcher(typed);
        if (percent.matches()) {
            return new Discount.Percent(Integer.parseInt(percent.group(1)));
        }
        Matcher amount = AMOUNT.matcher(typed);
        if (amount.matches()) {
            return new Discount.Amount(money(amount.group(1), amount.group(2)));
        }
        if (typed.equalsIgnoreCase("full")) {
            return new Discount.Full();
        }
        throw new Invalid("discount", say("code.discount.malformed"));
    }

    private static Money money(String amount, String currency) {
        return Prices.parse(amount, currency.toLowerCase(Locale.ROOT));
    }
}
