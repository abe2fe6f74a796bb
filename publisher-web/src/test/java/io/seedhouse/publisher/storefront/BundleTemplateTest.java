package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BundleTemplateTest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";

    @Test
    void showsHostileTextsFromAPublisherAsText() {
        String html = html(view(HOSTILE, null, HOSTILE));
        assertFalse(html.contains("<img src=x"), html);
        assertTrue(html.contains("&lt;img src=x"), html);
    }

    @Test
    void keepsWhatWasTypedBesideTheRefusal() {
        String html = html(view("First light", "The e-mail must look right.", "fan@"));
        assertTrue(html.contains("value=\"BAD\""), html);
        assertTrue(html.contains("<details open>"), html);
        assertTrue(html.contains("value=\"fan@\""), html);
        assertTrue(html.contains("role=\"alert\""), html);
        assertTrue(html.contains("The e-mail must look right."), html);
    }

    @Test
    void leadsToTheNewVersion() {
        BundleView view = view("First light", null, "");
        assertFalse(html(view).contains("See the new version"));
        String html = html(newer(view));
        assertTrue(html.contains("href=\"/b/first-light-2\">See the new version"), html);
    }

    private static BundleView newer(BundleView view) {
        return new BundleView(
                view.slug(),
                view.title(),
                view.facts(),
                view.synopsis(),
                view.summary(),
                view.premiere(),
                view.poster(),
                view.teaser(),
                List.of(),
                view.items(),
                view.swarm(),
                view.magnet(),
                "first-light-2");
    }

    @Test
    void buysWithAPlainForm() {
        String html = html(view("First light", null, ""));
        assertTrue(html.contains("<form method=\"post\" action=\"/b/first-light/buy\">"), html);
        assertFalse(html.contains("role=\"alert\""), html);
    }

    @Test
    void asksForACurrencyOnlyWhereThereAreSeveral() {
        assertFalse(html(fixed(usd(300))).contains("<select"));
        String html = html(fixed(usd(300), new Money(280, "eur")));
        assertTrue(html.contains("<option value=\"usd\" selected>$3.00</option>"), html);
        assertTrue(html.contains("<option value=\"eur\">€2.80</option>"), html);
        assertTrue(html.contains("name=\"shown-eur\" value=\"280\""), html);
        assertTrue(html.contains("or €2.80"), html);
    }

    @Test
    void proposesTheSuggestedAmountAndSaysTheLeast() {
        var pricing = new Pricing.PayWhatYouWant(List.of(new Pricing.Range(usd(200), usd(500))));
        String html = html(view(pricing, false));
        assertTrue(html.contains("name=\"amount\" value=\"5.00\""), html);
        assertTrue(html.contains("From $2.00 up. $5.00 is suggested."), html);
    }

    @Test
    void asksForConsentInThePublishersWords() {
        String html = html(view(new Pricing.ForEmail("usd", "May I <write> to you?"), false));
        assertTrue(html.contains("name=\"consent\""), html);
        assertTrue(html.contains("May I &lt;write&gt; to you?"), html);
        assertFalse(html.contains("Have a code?"), html);
        assertFalse(html.contains("It is a gift"), html);
    }

    @Test
    void takesATipCodesAndGiftsWhereThereIsAPrice() {
        assertFalse(html(fixed(usd(300))).contains("name=\"tip\""));
        String html = html(view(new Pricing.Fixed(List.of(usd(300))), true));
        assertTrue(html.contains("Tip in USD, optional"), html);
        assertTrue(html.contains("Have a code?"), html);
        assertTrue(html.contains("It is a gift"), html);
        assertFalse(html(fixed(usd(0))).contains("Have a code?"), html);
    }

    private static BundleView fixed(Money... prices) {
        return view(new Pricing.Fixed(List.of(prices)), false);
    }

    private static BundleView view(Pricing pricing, boolean tips) {
        Offer offer =
                new Offer(
                        UUID.randomUUID(), UUID.randomUUID(), "The film", pricing, tips, List.of());
        return view("First light", BuyForm.of(offer, Choice.NONE, null), PriceTag.of(offer));
    }

    private static Money usd(long amount) {
        return new Money(amount, "usd");
    }

    private static BundleView view(String title, @Nullable String refusal, String email) {
        Offer offer = new Offer(UUID.randomUUID(), UUID.randomUUID(), title, usd(300), List.of());
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("email", email);
        if (refusal != null) {
            form.putSingle("code", "BAD");
        }
        return view(
                title, BuyForm.of(offer, Choice.of(form), refusal), new PriceTag("$3.00", "USD"));
    }

    private static BundleView view(String title, BuyForm form, PriceTag tag) {
        BundleView.Tier tier =
                new BundleView.Tier("1", title, tag.price(), tag.terms(), title, "Buy", true, form);
        return new BundleView(
                "first-light",
                title,
                List.of("Film"),
                title,
                title,
                null,
                null,
                "/tracker/seed/x/teaser.mp4",
                List.of(tier),
                List.of(new BundleView.Item(title, "1 MB", false, title)),
                new BundleView.Swarm(1, 2, 3),
                "magnet:?xt=urn:btih:00",
                null);
    }

    private static String html(BundleView view) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        BundleTemplateTest.class.getClassLoader(),
                        "io.seedhouse.publisher");
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render("storefront/bundle.jte", view, html);
        return new String(html.toByteArray(), UTF_8);
    }
}
