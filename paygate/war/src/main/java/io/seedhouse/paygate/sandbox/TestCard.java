package io.seedhouse.paygate.sandbox;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stripe's test cards. Source: docs.stripe.com/testing, "Cards by brand" and "Declined payments";
 * messages as its checkout shows them.
 */
final class TestCard {
    private static final String INCORRECT_NUMBER = "Your card number is incorrect.";
    private static final String DECLINED = "Your card was declined.";

    private static final Set<String> GOOD =
            Set.of("4242424242424242", "5555555555554444", "378282246310005");

    private static final Map<String, String> BAD =
            Map.of(
                    "4000000000000002",
                    DECLINED,
                    "4000000000009995",
                    "Your card has insufficient funds.",
                    "4000000000009987",
                    DECLINED,
                    "4000000000009979",
                    DECLINED,
                    "4000000000006975",
                    DECLINED,
                    "4000000000000069",
                    "Your card has expired.",
                    "4000000000000127",
                    "Your card's security code is incorrect.",
                    "4000000000000119",
                    "An error occurred while processing your card. Try again in a little bit.");

    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2}) ?/? ?(?:20)?(\\d{2})");
    private static final Pattern CVC = Pattern.compile("\\d{3,4}");

    private TestCard() {}

    /** Why the payment fails, in Stripe's words; empty when it succeeds. */
    static Optional<String> refusal(String number, String expiry, String cvc, YearMonth now) {
        var digits = number.replaceAll("[ -]", "");
        if (!digits.matches("\\d{12,19}") || !hasLuhnDigit(digits)) {
            return Optional.of(INCORRECT_NUMBER);
        }
        if (!isFuture(expiry.strip(), now)) {
            return Optional.of("Your card's expiration date is invalid or in the past.");
        }
        if (!CVC.matcher(cvc.strip()).matches()) {
            return Optional.of("Your card's security code is invalid.");
        }
        if (GOOD.contains(digits)) {
            return Optional.empty();
        }
        return Optional.of(
                BAD.getOrDefault(
                        digits,
                        "Your card was declined. This is a sandbox; use the test card 4242 4242 4242 4242."));
    }

    private static boolean isFuture(String expiry, YearMonth now) {
        var parts = EXPIRY.matcher(expiry);
        if (!parts.matches()) {
            return false;
        }
        var month = Integer.parseInt(parts.group(1));
        var year = 2000 + Integer.parseInt(parts.group(2));
        return month >= 1 && month <= 12 && !YearMonth.of(year, month).isBefore(now);
    }

    /** ISO/IEC 7812-1 Annex B: from the right, every second digit doubled, the sum ends in 0. */
    private static boolean hasLuhnDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }
}
