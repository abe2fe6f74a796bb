package io.seedhouse.publisher.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PageWriterTest {
    private final PageWriter writer = new PageWriter();

    @Test
    void escapesWhateverAPageShows() {
        String html = html(ErrorView.page(404, "<script>alert('x')</script> & \"more\""));
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("<script>alert"), html);
    }

    @Test
    void loadsStylesAndScriptsUnderHashedNamesOfOurOwn() {
        String html = html(ErrorView.page(404, "Gone."));
        assertTrue(html.matches("(?s).*href=\"/assets/seedhouse-[A-Z0-9]{8}\\.css\".*"), html);
        assertFalse(html.contains("http://") && html.contains("src=\"http"), html);
        assertFalse(html.contains(" style="), "inline styles are forbidden by our own policy");
    }

    @Test
    void givesAWayForwardOnEveryErrorPage() {
        assertTrue(html(ErrorView.page(500, "It broke.")).contains("Go to the storefront"));
    }

    private String html(Page page) {
        return new String(writer.render(page).toByteArray(), UTF_8);
    }
}
