package io.seedhouse.paygate.sandbox.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.sandbox.payment.Course;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestNumberTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    private static final Verdict PAID = new Verdict.Taken(Course.PAID);

    private static Verdict judge(String number, String expiry, String cvc) {
        return TestNumber.judge(number, expiry, cvc, NOW);
    }

    private static String refusal(String number, String expiry, String cvc) {
        return assertInstanceOf(Verdict.Refused.class, judge(number, expiry, cvc)).words();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/26", "12/2030", "1 / 27", "0127", "01/99"})
    void takesTheTestCardWithAnyExpiryToCome(String expiry) {
        assertEquals(PAID, judge("4242 4242 4242 4242", expiry, "123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5555555555554444", "378282246310005", "6011111111111117"})
    void takesStripesTestCardsOfOtherBrands(String number) {
        assertEquals(PAID, judge(number, "12/30", "1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/26", "13/30", "00/30", "", "soon", "12/1930"})
    void refusesAnExpiryThatIsPastOrNone(String expiry) {
        var words = refusal("4242424242424242", expiry, "123");
        assertTrue(words.contains("expiration"), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12345", "", "abc"})
    void refusesASecurityCodeThatIsNone(String cvc) {
        assertEquals(
                "Your card's security code is invalid.", refusal("4242424242424242", "12/30", cvc));
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, Your card was declined.",
        "4000000000009995, Your card has insufficient funds.",
        "4000000000009987, Your card was declined.",
        "4000000000000069, Your card has expired.",
        "4000000000000127, Your card's security code is incorrect.",
        "4000000000000119, An error occurred while processing your card. Try again in a little bit.",
        "4242424242424241, Your card number is incorrect.",
        "4242, Your card number is incorrect."
    })
    void failsAsStripesTestCardsFail(String number, String message) {
        assertEquals(message, refusal(number, "12/30", "123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4012888888881881"})
    void declinesEveryOtherNumber(String number) {
        var words = refusal(number, "12/30", "123");
        assertTrue(words.contains("declined"), words);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000259, DISPUTED_AS_FRAUDULENT",
        "4000000000002685, DISPUTED_AS_NOT_RECEIVED",
        "4000000000001976, INQUIRED",
        "4000000000005423, WARNED_OF_FRAUD",
        "4000000000007726, REFUNDED_LATE",
        "4000000000005126, REFUND_FAILS"
    })
    void knowsWhatBecomesOfACard(String number, Course course) {
        assertEquals(new Verdict.Taken(course), judge(number, "12/30", "123"));
    }

    @ParameterizedTest
    @CsvSource({
        "4000002500003155, PAYS",
        "4000002760003184, PAYS",
        "4000000000003220, PAYS",
        "4000008400001629, DECLINES"
    })
    void asksWhoPays(String number, Verdict.Challenge then) {
        assertEquals(new Verdict.Authenticate(then), judge(number, "12/30", "123"));
    }

    @ParameterizedTest
    @CsvSource({
        "AT611904300234573201, DEBITED",
        "at61 1904 3002 3457 3201, DEBITED",
        "AT321904300235473204, DEBITED_LATE",
        "AT861904300235473202, DEBIT_FAILS",
        "AT051904300235473205, DEBIT_FAILS_LATE",
        "AT591904300235473203, DEBITED_AND_DISPUTED"
    })
    void takesStripesTestAccountsAndLooksAtNothingElse(String iban, Course course) {
        assertEquals(new Verdict.Taken(course), judge(iban, "", ""));
    }

    @Test
    void refusesAnyOtherAccount() {
        var words = refusal("DE89370400440532013000", "", "");
        assertTrue(words.contains("test accounts"), words);
    }
}
