package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentPageTest {
    private static SandboxSession session(String product) {
        var form =
                new SessionForm(
                        product,
                        new Money(1250, "usd"),
                        "buyer@example.com",
                        null,
                        null,
                        "https://films.example/orders/1",
                        "https://films.example/b/film?a=1&b=2",
                        "hash");
        return new SandboxSession("cs_test_1", form, null, Instant.now());
    }

    @Test
    void isOneFormThatNamesItsFieldsForPeopleAndBrowsers() {
        var page = PaymentPage.form(session("Night Train"), Optional.empty());
        assertTrue(page.split("<form ", -1).length == 2, page);
        for (var field :
                new String[] {
                    "name=\"card\"",
                    "name=\"exp\"",
                    "name=\"cvc\"",
                    "autocomplete=\"cc-number\"",
                    "autocomplete=\"cc-exp\"",
                    "autocomplete=\"cc-csc\"",
                    "<label for=\"card\">",
                    "<label for=\"exp\">",
                    "<label for=\"cvc\">",
                    "$12.50 USD",
                    "Night Train",
                    "Sandbox: no money moves."
                }) {
            assertTrue(page.contains(field), field);
        }
    }

    @Test
    void escapesATitleThatIsMarkup() {
        var page = PaymentPage.form(session("<script>'\"&"), Optional.empty());
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&lt;script&gt;&#39;&quot;&amp;"), page);
        assertTrue(page.contains("film?a=1&amp;b=2"), page);
    }

    @Test
    void saysWhyACardWasRefused() {
        var page = PaymentPage.form(session("Night Train"), Optional.of("Your card was declined."));
        assertTrue(page.contains("role=\"alert\">Your card was declined.<"), page);
    }
}
