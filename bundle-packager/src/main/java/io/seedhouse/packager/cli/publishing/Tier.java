package io.seedhouse.packager.cli.publishing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tier to sell.
 *
 * @param amount minor units of the currency: cents for usd
 * @param currency ISO 4217, lower case
 * @param files names of paid files; empty for all of them
 */
public record Tier(String name, long amount, String currency, List<String> files) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<name>[^=]+)=(?<price>[0-9]+(\\.[0-9]+)?) ?(?<code>[a-zA-Z]{3})?(:(?<files>.+))?");

    public Tier {
        files = List.copyOf(files);
    }

    /**
     * Reads {@code NAME=PRICE[:FILE,FILE...]}, the price as people write it: {@code 4.50} or {@code
     * 4.50eur}.
     *
     * @param usual the currency where the price names none
     * @throws IllegalArgumentException in a sentence, when it is none
     */
    public static Tier parse(String text, String usual) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no tier: write NAME=PRICE or NAME=PRICE:FILE,FILE, such as 'The film=6.00usd:film.mp4'"
                            .formatted(text));
        }
        String code = parts.group("code") == null ? usual : parts.group("code");
        String files = parts.group("files");
        return new Tier(
                parts.group("name").strip(),
                minorUnits(parts.group("price"), currency(code)),
                code.toLowerCase(Locale.ROOT),
                files == null ? List.of() : Arrays.asList(files.split(",", -1)));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no currency: use a three-letter code such as usd".formatted(code), e);
        }
    }

    private static long minorUnits(String price, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        try {
            return new BigDecimal(price)
                    .movePointRight(digits)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the price %s has more digits than %s knows".formatted(price, currency), e);
        }
    }
}
