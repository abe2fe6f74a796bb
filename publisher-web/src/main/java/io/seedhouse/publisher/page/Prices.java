package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.language.Reader;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Money between minor units and what people read and type. */
public final class Prices {
    /** Currencies whose minor unit is the whole unit. Source: docs.stripe.com/currencies. */
    private static final Set<String> WHOLE =
            Set.of(
                    "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd",
                    "vuv", "xaf", "xof", "xpf");

    private static final Map<String, Integer> THREE_DIGITS =
            Map.of("bhd", 3, "jod", 3, "kwd", 3, "omr", 3, "tnd", 3);
    private static final Pattern TYPED = Pattern.compile("\\d{1,12}([.,]\\d{1,3})?");

    /** What the studio offers first; the paygate decides what it accepts. */
    private static final List<String> OFFERED =
            List.of(
                    "usd", "eur", "gbp", "aud", "brl", "cad", "chf", "czk", "dkk", "hkd", "huf",
                    "inr", "jpy", "mxn", "nok", "nzd", "pln", "ron", "sek", "sgd", "thb");

    private Prices() {}

    /**
     * Currency codes for a select field, in lower case, the commonest first.
     *
     * @param chosen stays in the list even when it is not one of ours
     */
    public static List<String> currencies(String chosen) {
        return OFFERED.contains(chosen)
                ? OFFERED
                : Stream.concat(Stream.of(chosen), OFFERED.stream()).toList();
    }

    /** As on a price tag: {@code $3.00}, {@code €12.50}, {@code ¥300}, and {@code Free} for 0. */
    public static String tag(Money price) {
        return price.amount() == 0 ? say("page.price.free") : amount(price);
    }

    /** As on a price tag, in the currency that is shown first. */
    public static String tag(Pricing pricing) {
        Money least = pricing.least().getFirst();
        return switch (pricing) {
            case Pricing.Fixed fixed -> tag(least);
            case Pricing.PayWhatYouWant some ->
                    least.amount() == 0
                            ? say("page.price.want")
                            : say("page.price.from", amount(least));
            case Pricing.ForEmail forEmail -> say("page.price.email");
        };
    }

    /** With the currency's sign, also when it is 0. */
    public static String amount(Money price) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Reader.current().locale());
        try {
            format.setCurrency(Currency.getInstance(price.currency().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknownToThisJdk) {
            return typed(price) + " " + price.currency().toUpperCase(Locale.ROOT);
        }
        format.setMinimumFractionDigits(digits(price.currency()));
        format.setMaximumFractionDigits(digits(price.currency()));
        return format.format(decimal(price));
    }

    /** As a person types it into a form: {@code 3.00}, {@code 300}. */
    public static String typed(Money price) {
        return decimal(price).toPlainString();
    }

    /**
     * What a person typed, with a point or a comma before the fraction.
     *
     * @throws Invalid when it is no amount of this currency
     */
    public static Money parse(String text, String currency) {
        String typed = text.strip();
        if (!TYPED.matcher(typed).matches()) {
            throw new Invalid("price", say("page.price.malformed"));
        }
        int digits = digits(currency.toLowerCase(Locale.ROOT));
        BigDecimal amount = new BigDecimal(typed.replace(',', '.')).stripTrailingZeros();
        if (amount.scale() > digits) {
            throw new Invalid("price", tooFine(currency, digits));
        }
        return new Money(amount.movePointRight(digits).longValueExact(), currency);
    }

    private static String tooFine(String currency, int digits) {
        String code = currency.toUpperCase(Locale.ROOT);
        return digits == 0
                ? say("page.price.whole", code)
                : say("page.price.too-fine", code, digits);
    }

    private static BigDecimal decimal(Money price) {
        return BigDecimal.valueOf(price.amount(), digits(price.currency()));
    }

    private static int digits(String currency) {
        return WHOLE.contains(currency) ? 0 : THREE_DIGITS.getOrDefault(currency, 2);
    }
}
