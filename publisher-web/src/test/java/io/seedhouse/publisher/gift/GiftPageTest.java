package io.seedhouse.publisher.gift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.TestWeb;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GiftPageTest {
    private final GiftsInMemory gifts = new GiftsInMemory();
    private final TestWeb web = new TestWeb(TestDatabase.h2(), em -> List.of(page()));
    private final TestBrowser ann = new TestBrowser(web);

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void showsWhatIsInItAndTheGiversWordsAsText() {
        String token = gifts.add("First light", "For <b>you</b>");
        HttpResponse<String> shown = ann.get("/gift?token=" + token);
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("First light"), shown.body());
        assertTrue(shown.body().contains("For &lt;b&gt;you&lt;/b&gt;"), shown.body());
        assertEquals("no-referrer", shown.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", shown.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void isTakenOnceIntoTheBrowserThatTakesIt() {
        String token = gifts.add("First light", "");
        HttpResponse<String> taken = take(token, "ann@audience.example");
        assertEquals(303, taken.statusCode());
        assertTrue(taken.headers().firstValue("Location").orElse("").startsWith("/orders/"));
        assertEquals(2, taken.headers().allValues("Set-Cookie").size());
        HttpResponse<String> again = take(token, "bob@audience.example");
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("taken already"), again.body());
    }

    @Test
    void keepsTheGiftForWhoeverMistypesTheirAddress() {
        String token = gifts.add("First light", "");
        HttpResponse<String> refused = take(token, "ann");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("value=\"ann\""), refused.body());
        assertEquals(303, take(token, "ann@audience.example").statusCode());
    }

    @Test
    void showsNothingForATokenThatIsNone() {
        assertEquals(410, ann.get("/gift?token=x").statusCode());
        assertEquals(410, ann.get("/gift").statusCode());
        assertFalse(ann.get("/gift").body().contains("name=\"email\""));
    }

    private HttpResponse<String> take(String token, String email) {
        return ann.submit("/gift", "token", token, "email", email);
    }

    private GiftPage page() {
        GiftPage page = new GiftPage();
        page.gifts = gifts;
        page.site = TestHome.site();
        return page;
    }
}
