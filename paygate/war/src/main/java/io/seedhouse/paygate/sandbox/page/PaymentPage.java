package io.seedhouse.paygate.sandbox.page;

import io.seedhouse.paygate.sandbox.payment.Price;
import io.seedhouse.paygate.sandbox.session.SandboxSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page on which a session is paid: one form, no script, nothing loaded from elsewhere. */
final class PaymentPage {
    private static final String HINT =
            " Pay with the test card <span class=\"card\">4242 4242 4242 4242</span>.";

    private static final String FORM =
            """
            <h1>%s</h1>
            %s<p class="amount">%s</p>
            %s<form method="post">
            <label for="card">Card number</label>
            <input id="card" name="card" autocomplete="cc-number" autocapitalize="characters" spellcheck="false" maxlength="42" required%s>
            <div class="pair">
            <div><label for="exp">Expiry</label>
            <input id="exp" name="exp" inputmode="numeric" autocomplete="cc-exp" maxlength="9" placeholder="MM/YY"></div>
            <div><label for="cvc">Security code</label>
            <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" maxlength="4"></div>
            </div>
            <button type="submit">Pay %s</button>
            </form>
            %s
            %s\
            """;

    private static final String CHALLENGE =
            """
            <h1>Is it you?</h1>
            <p>The bank of this test card asks who pays <strong>%s</strong> for %s.</p>
            <form method="post">
            <button type="submit" name="authentication" value="complete">Complete authentication</button>
            <button type="submit" name="authentication" value="fail" class="second">Fail authentication</button>
            </form>
            """;

    private PaymentPage() {}

    /**
     * The form.
     *
     * @param refusal why the last try failed; the fields come back empty, because a card's number
     *     is never written into a page
     */
    static String form(SandboxSession session, Optional<String> refusal) {
        var price = escape(Price.format(session.price()));
        var product = escape(session.product());
        return PageFrame.around(
                "Pay " + price,
                HINT,
                FORM.formatted(
                        product,
                        more(session),
                        price,
                        refusal.map(PaymentPage::alert).orElse(""),
                        refusal.isPresent() ? " aria-describedby=\"problem\" autofocus" : "",
                        price,
                        TestNumbersTable.HTML,
                        link(session.cancelUrl(), "Back without paying")));
    }

    /** The lines after the first, where there are any. */
    private static String more(SandboxSession session) {
        var lines = session.lines();
        return lines.stream()
                .skip(1)
                .map(line -> "<li>%s</li>".formatted(escape(line.name())))
                .reduce(String::concat)
                .map(items -> "<p class=\"with\">with</p>\n<ul>%s</ul>\n".formatted(items))
                .orElse("");
    }

    /** Asks the buyer to play the bank's part. */
    static String authentication(SandboxSession session) {
        return PageFrame.around(
                "Authentication",
                CHALLENGE.formatted(
                        escape(Price.format(session.price())), escape(session.product())));
    }

    /** For a session that was paid before. */
    static String paid(SandboxSession session) {
        return notice(
                "Already paid",
                "This payment was made before.",
                link(session.successUrl(), "To your order"));
    }

    /** For a session nobody paid in time. */
    static String expired(SandboxSession session) {
        return notice(
                "Payment expired",
                "This payment was not made in time and nothing was charged; begin again from the film's page.",
                link(session.cancelUrl(), "Back to the film"));
    }

    /** For an id that is no session's. */
    static String unknown() {
        return notice(
                "No such payment",
                "There is no payment at this address; begin again from the film's page.",
                "");
    }

    private static String notice(String title, String words, String link) {
        return PageFrame.around(title, "<h1>%s</h1>\n<p>%s</p>\n%s".formatted(title, words, link));
    }

    private static String alert(String words) {
        return "<p class=\"bad\" id=\"problem\" role=\"alert\">%s</p>\n".formatted(escape(words));
    }

    private static String link(@Nullable String address, String words) {
        return address == null
                ? ""
                : "<p class=\"back\"><a href=\"%s\">%s</a></p>".formatted(escape(address), words);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
