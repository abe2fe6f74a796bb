package io.seedhouse.paygate.sandbox.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.session.Line;
import io.seedhouse.paygate.sandbox.session.SandboxSession;
import io.seedhouse.paygate.sandbox.session.SessionForm;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentPageTest {
    private static SandboxSession session(String... products) {
        var now = Instant.now();
        var form =
                new SessionForm(
                        Stream.of(products).map(product -> new Line(product, 1250, 1)).toList(),
                        new Money(1250, "usd"),
                        "buyer@example.com",
                        null,
                        Map.of(),
                        "https://films.example/orders/1",
                        "https://films.example/b/film?a=1&b=2",
                        false,
                        null,
                        Map.of(),
                        null,
                        false,
                        now);
        return new SandboxSession("cs_test_1", form, now);
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

    @Test
    void namesEveryLine() {
        var page = PaymentPage.form(session("Night Train", "Tip <3"), Optional.empty());
        assertTrue(page.contains("<li>Tip &lt;3</li>"), page);
        assertFalse(PaymentPage.form(session("Night Train"), Optional.empty()).contains("<li>"));
    }

    @Test
    void listsTheOtherTestNumbersWithoutASecondForm() {
        var page = PaymentPage.form(session("Night Train"), Optional.empty());
        assertTrue(page.contains("<details>"), page);
        for (var number :
                new String[] {"4000 0025 0000 3155", "4000 0000 0000 0259", "AT61 1904 3002"}) {
            assertTrue(page.contains(number), number);
        }
    }

    @Test
    void asksWhoPaysWithOneFormOfTwoButtons() {
        var page = PaymentPage.authentication(session("Night Train"));
        assertTrue(page.split("<form ", -1).length == 2, page);
        assertTrue(page.contains("value=\"complete\">Complete authentication<"), page);
        assertTrue(page.contains("Fail authentication<"), page);
    }
}
