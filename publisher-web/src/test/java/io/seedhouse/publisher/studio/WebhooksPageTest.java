package io.seedhouse.publisher.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.webhook.Attempts;
import io.seedhouse.publisher.webhook.Secrets;
import io.seedhouse.publisher.webhook.TestWebhooks;
import io.seedhouse.publisher.webhook.Webhook;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksPageTest {
    private static final String PAGE = "/studio/webhooks";
    private static final String URL = "https://hooks.example/in";

    @TempDir Path folder;

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = database.publisher();
    private TestWeb web;
    private TestBrowser browser;

    @BeforeEach
    void start() {
        Secrets secrets = TestWebhooks.secrets(folder);
        web = new TestWeb(database, em -> List.of(page(em, secrets)));
        browser = new TestBrowser(web);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void showsTheSecretOfANewWebhookOnce() {
        var added = browser.submit(PAGE, "url", URL, "events", "order.paid");
        assertEquals(200, added.statusCode(), added.body());
        assertTrue(added.body().contains("whsec_"), added.body());
        assertEquals("no-store", added.headers().firstValue("Cache-Control").orElseThrow());
        String later = browser.get(PAGE).body();
        assertTrue(later.contains(URL), later);
        assertTrue(later.contains("Nothing was sent yet."), later);
        assertFalse(later.contains("whsec_"), later);
    }

    @Test
    void keepsWhatWasTypedWhereItIsRefused() {
        var refused = browser.submit(PAGE, "url", "https://10.0.0.1/x", "events", "order.paid");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("https://10.0.0.1/x"), refused.body());
        assertTrue(refused.body().contains("not public"), refused.body());
        assertTrue(refused.body().contains("value=\"order.paid\" checked"), refused.body());
        assertFalse(refused.body().contains("value=\"gift.redeemed\" checked"), refused.body());
    }

    @Test
    void showsWhatWasSentAndSendsItAgain() {
        String webhook = added();
        assertEquals(303, browser.submit(webhook + "/test").statusCode());
        String page = browser.get(PAGE).body();
        assertTrue(page.contains("ping"), page);
        assertTrue(page.contains("On its way"), page);
        assertEquals(303, browser.submit(action(page, "replay")).statusCode());
    }

    @Test
    void saysWhyItIsOffAndSwitchesItOn() {
        String webhook = added();
        database.inTransaction(em -> {
            em.createQuery("select w from Webhook w", Webhook.class)
                    .getSingleResult()
                    .switchOff(Webhook.Off.GONE, Instant.now());
            return em;
        });
        String page = browser.get(PAGE).body();
        assertTrue(page.contains("it answered 410"), page);
        assertEquals(409, browser.submit(webhook + "/test").statusCode());
        assertEquals(303, browser.submit(action(page, "on")).statusCode());
        assertFalse(browser.get(PAGE).body().contains("it answered 410"));
    }

    @Test
    void makesANewSecretAndSaysHowLongTheOldOneLasts() {
        var renewed = browser.submit(added() + "/secret");
        assertTrue(renewed.body().contains("whsec_"), renewed.body());
        assertTrue(renewed.body().contains("signs as well until"), renewed.body());
    }

    @Test
    void deletesIt() {
        String webhook = added();
        assertEquals(303, browser.submit(webhook + "/delete").statusCode());
        assertEquals(404, browser.submit(webhook + "/delete").statusCode());
        assertTrue(browser.get(PAGE).body().contains("None yet."));
    }

    private WebhooksPage page(EntityManager em, Secrets secrets) {
        WebhooksPage page = new WebhooksPage();
        page.current = TestPublisher.signedIn(ann);
        page.webhooks = TestWebhooks.over(em, secrets);
        page.deliveries = TestWebhooks.deliveries(em, secrets);
        page.attempts = new Attempts();
        return page;
    }

    /** Its address in the studio. */
    private String added() {
        HttpResponse<String> page = browser.submit(PAGE, "url", URL, "events", "order.paid");
        String delete = action(page.body(), "delete");
        return delete.substring(0, delete.length() - "/delete".length());
    }

    /** Where a form of the page leads. */
    private static String action(String page, String last) {
        var form = Pattern.compile("action=\"([^\"]*/" + last + ")\"").matcher(page);
        assertTrue(form.find(), page);
        return form.group(1);
    }
}
