package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCardTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @ParameterizedTest
    @ValueSource(strings = {"11/26", "12/2030", "1 / 27", "0127", "01/99"})
    void takesTheTestCardWithAnyExpiryToCome(String expiry) {
        assertEquals(Optional.empty(), TestCard.refusal("4242 4242 4242 4242", expiry, "123", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/26", "13/30", "00/30", "", "soon", "12/1930"})
    void refusesAnExpiryThatIsPastOrNone(String expiry) {
        assertTrue(
                TestCard.refusal("4242424242424242", expiry, "123", NOW)
                        .orElse("")
                        .contains("expiration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12345", "", "abc"})
    void refusesASecurityCodeThatIsNone(String cvc) {
        assertEquals(
                Optional.of("Your card's security code is invalid."),
                TestCard.refusal("4242424242424242", "12/30", cvc, NOW));
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
        assertEquals(Optional.of(message), TestCard.refusal(number, "12/30", "123", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "5105105105105100"})
    void declinesEveryOtherNumber(String number) {
        assertTrue(TestCard.refusal(number, "12/30", "123", NOW).isPresent());
    }
}
