package io.seedhouse.publisher.studio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Rendered;
import org.junit.jupiter.api.Test;

class TierRemovalPageTest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";

    @Test
    void saysWhatRemovingATierDoes() {
        String html =
                Rendered.html(
                        new Page(
                                "studio/remove-tier.jte",
                                new TierRemovalView("x", "Tide", HOSTILE, 2)));
        assertFalse(html.contains("<img src=x"), html);
        assertTrue(html.contains("2 orders are paid, and their buyers keep their keys."), html);
        assertTrue(html.contains("action=\"/studio/x/tiers/remove\""), html);
    }
}
