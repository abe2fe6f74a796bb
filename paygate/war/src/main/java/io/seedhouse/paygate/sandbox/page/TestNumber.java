package io.seedhouse.paygate.sandbox.page;

import io.seedhouse.paygate.sandbox.page.Verdict.Authenticate;
import io.seedhouse.paygate.sandbox.page.Verdict.Challenge;
import io.seedhouse.paygate.sandbox.page.Verdict.Refused;
import io.seedhouse.paygate.sandbox.page.Verdict.Taken;
import io.seedhouse.paygate.sandbox.payment.Course;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Stripe's test cards and SEPA test accounts. Source: docs.stripe.com/testing and
 * docs.stripe.com/payments/sepa-debit/accept-a-payment, "Test your integration"; messages as its
 * checkout shows them.
 */
final class TestNumber {
    static final String DECLINED = "Your card was declined.";
    private static final String INCORRECT_NUMBER = "Your card number is incorrect.";

    private static final Map<String, Verdict> CARDS = new HashMap<>();
    private static final Map<String, Course> ACCOUNTS =
            Map.of(
                    "AT611904300234573201", Course.DEBITED,
                    "AT321904300235473204", Course.DEBITED_LATE,
                    "AT861904300235473202", Course.DEBIT_FAILS,
                    "AT051904300235473205", Course.DEBIT_FAILS_LATE,
                    "AT591904300235473203", Course.DEBITED_AND_DISPUTED);

    static {
        List.of(
                        "4242424242424242",
                        "4000056655665556",
                        "5555555555554444",
                        "2223003122003222",
                        "5200828282828210",
                        "5105105105105100",
                        "378282246310005",
                        "371449635398431",
                        "6011111111111117",
                        "6011000990139424",
                        "3056930009020004",
                        "36227206271667",
                        "3566002020360505",
                        "6200000000000005",
                        // Could be authenticated, but need not be.
                        "4000000000003055")
                .forEach(card -> pays(card, Course.PAID));
        pays("4000000000000259", Course.DISPUTED_AS_FRAUDULENT);
        pays("4000000000002685", Course.DISPUTED_AS_NOT_RECEIVED);
        pays("4000000000001976", Course.INQUIRED);
        pays("4000000000005423", Course.WARNED_OF_FRAUD);
        pays("4000000000007726", Course.REFUNDED_LATE);
        pays("4000000000005126", Course.REFUND_FAILS);
        List.of("4000002500003155", "4000002760003184", "4000000000003220", "4000003800000446")
                .forEach(card -> CARDS.put(card, new Authenticate(Challenge.PAYS)));
        CARDS.put("4000008400001629", new Authenticate(Challenge.DECLINES));
        List.of(
                        "4000000000000002",
                        "4000000000009987",
                        "4000000000009979",
                        "4000000000006975",
                        "4100000000000019")
                .forEach(card -> refuses(card, DECLINED));
        refuses("4000000000009995", "Your card has insufficient funds.");
        refuses("4000000000000069", "Your card has expired.");
        refuses("4000000000000127", "Your card's security code is incorrect.");
        refuses(
                "4000000000000119",
                "An error occurred while processing your card. Try again in a little bit.");
    }

    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2}) ?/? ?(?:20)?(\\d{2})");
    private static final Pattern CVC = Pattern.compile("\\d{3,4}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private TestNumber() {}

    private static void pays(String card, Course course) {
        CARDS.put(card, new Taken(course));
    }

    private static void refuses(String card, String words) {
        CARDS.put(card, new Refused(words));
    }

    /**
     * What becomes of it.
     *
     * @param number of a card or an IBAN; of an IBAN nothing else is looked at
     */
    static Verdict judge(String number, String expiry, String cvc, YearMonth now) {
        var compact = number.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return IBAN.matcher(compact).matches()
                ? account(compact)
                : card(compact, expiry.strip(), cvc.strip(), now);
    }

    private static Verdict account(String iban) {
        var course = ACCOUNTS.get(iban);
        return course == null
                ? new Refused("The IBAN you entered is none of Stripe's test accounts.")
                : new Taken(course);
    }

    private static Verdict card(String digits, String expiry, String cvc, YearMonth now) {
        if (!digits.matches("\\d{12,19}") || !hasLuhnDigit(digits)) {
            return new Refused(INCORRECT_NUMBER);
        }
        if (!isFuture(expiry, now)) {
            return new Refused("Your card's expiration date is invalid or in the past.");
        }
        if (!CVC.matcher(cvc).matches()) {
            return new Refused("Your card's security code is invalid.");
        }
        return CARDS.getOrDefault(
                digits,
                new Refused(
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
