package io.seedhouse.paygate.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page on which a session is paid: one form, no script, nothing loaded from elsewhere. */
final class PaymentPage {
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root{color-scheme:light dark;--paper:light-dark(#faf8f4,#131211);--sheet:light-dark(#fff,#1c1a18);--ink:light-dark(#1b1815,#f2ede4);--ink-2:light-dark(#5d564d,#b3aa9c);--line:light-dark(#8f877a,#7d756a);--bad:light-dark(#a3220f,#ff9d8c);--focus:light-dark(#0b57d0,#8ab4f8)}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--paper);color:var(--ink);font:400 1rem/1.55 ui-sans-serif,system-ui,sans-serif}
            main{width:100%%;max-width:26rem;padding:clamp(1.25rem,5vw,2.25rem);background:var(--sheet);border-radius:.875rem;box-shadow:0 .5rem 2rem -1rem rgb(0 0 0/.4)}
            h1{margin:0;font:500 1.5rem/1.2 ui-serif,Georgia,serif;overflow-wrap:anywhere}
            .amount{margin:.5rem 0 1.5rem;font-size:1.5rem;font-variant-numeric:tabular-nums}
            .sandbox{margin:0 0 1.5rem;padding:.75rem 1rem;background:#f0b64a;color:#231700;border-radius:.5rem}
            .card{white-space:nowrap}
            .bad{margin:0 0 1rem;color:var(--bad);font-weight:600}
            label{display:block;margin:0 0 .25rem;font-weight:600}
            input{width:100%%;min-height:2.75rem;margin:0 0 1rem;padding:.5rem .75rem;font:inherit;font-variant-numeric:tabular-nums;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
            .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
            button{width:100%%;min-height:3rem;font:inherit;font-weight:600;color:#231700;background:#f0b64a;border:0;border-radius:.5rem;cursor:pointer}
            a{color:inherit}
            .back{margin:1rem 0 0;text-align:center;color:var(--ink-2)}
            :focus-visible{outline:.1875rem solid var(--focus);outline-offset:.1875rem}
            </style>
            </head>
            <body>
            <main>
            <p class="sandbox"><strong>Sandbox: no money moves.</strong> Pay with the test card <span class="card">4242 4242 4242 4242</span>.</p>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String FORM =
            """
            <h1>%s</h1>
            <p class="amount">%s</p>
            %s<form method="post">
            <label for="card">Card number</label>
            <input id="card" name="card" inputmode="numeric" autocomplete="cc-number" maxlength="23" required%s>
            <div class="pair">
            <div><label for="exp">Expiry</label>
            <input id="exp" name="exp" inputmode="numeric" autocomplete="cc-exp" maxlength="9" placeholder="MM/YY" required></div>
            <div><label for="cvc">Security code</label>
            <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" maxlength="4" required></div>
            </div>
            <button type="submit">Pay %s</button>
            </form>
            %s\
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
        return FRAME.formatted(
                "Pay " + price,
                FORM.formatted(
                        product,
                        price,
                        refusal.map(PaymentPage::alert).orElse(""),
                        refusal.isPresent() ? " aria-describedby=\"problem\" autofocus" : "",
                        price,
                        link(session.cancelUrl(), "Back without paying")));
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
        return FRAME.formatted(title, "<h1>%s</h1>\n<p>%s</p>\n%s".formatted(title, words, link));
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
