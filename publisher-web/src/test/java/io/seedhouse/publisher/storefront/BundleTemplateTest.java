package io.seedhouse.publisher.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
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
        assertTrue(html.contains("value=\"fan@\""), html);
        assertTrue(html.contains("role=\"alert\""), html);
        assertTrue(html.contains("The e-mail must look right."), html);
    }

    @Test
    void buysWithAPlainForm() {
        String html = html(view("First light", null, ""));
        assertTrue(html.contains("<form method=\"post\" action=\"/b/first-light/buy\">"), html);
        assertFalse(html.contains("role=\"alert\""), html);
    }

    private static BundleView view(String title, @Nullable String refusal, String email) {
        BundleView.Tier tier =
                new BundleView.Tier("1", title, "$3.00", "USD", title, "Buy", true, refusal);
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
                email);
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
