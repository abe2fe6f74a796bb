package io.seedhouse.publisher.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.BodyReader;
import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookResourceTest {
    private static final String ALL = "/api/v1/webhooks";

    @TempDir Path folder;

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = database.publisher();
    private TestWeb web;
    private TestBrowser browser;

    @BeforeEach
    void start() {
        Secrets secrets = TestWebhooks.secrets(folder);
        web =
                new TestWeb(
                        database,
                        em -> {
                            List<Object> all = new ArrayList<>(TestWebhooks.api(em, secrets, ann));
                            all.add(new BodyReader());
                            return all;
                        });
        browser = new TestBrowser(web);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void showsTheSecretOnceAndTheRestWhenever() {
        var made = post(ALL, "{\"url\":\"https://hooks.example/in\",\"events\":[\"order.paid\"]}");
        assertEquals(201, made.statusCode(), made.body());
        assertEquals("no-store", made.headers().firstValue("Cache-Control").orElseThrow());
        JsonObject webhook = json(made);
        assertTrue(webhook.getString("secret").startsWith("whsec_"));
        String path = ALL + "/" + webhook.getString("id");
        for (String later : List.of(browser.get(ALL).body(), browser.get(path).body())) {
            assertTrue(later.contains("https://hooks.example/in"), later);
            assertFalse(later.contains("whsec_"), later);
        }
        assertEquals("on", json(browser.get(path)).getString("state"));
    }

    @Test
    void tellsOfAllEventsWhereNoneIsChosen() {
        JsonObject made = json(post(ALL, "{\"url\":\"https://hooks.example/in\"}"));
        assertEquals(EventType.labels().size(), made.getJsonArray("events").size());
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        var refused = post(ALL, "{\"url\":\"https://10.0.0.1/\"}");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("not public"), refused.body());
        assertEquals(422, post(ALL, "{}").statusCode());
        assertEquals(
                422,
                post(ALL, "{\"url\":\"https://hooks.example/\",\"events\":[\"x\"]}").statusCode());
    }

    @Test
    void refusesTheEleventh() {
        for (int i = 0; i < 10; i++) {
            webhook();
        }
        var refused = post(ALL, "{\"url\":\"https://hooks.example/in\"}");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("10 webhooks"), refused.body());
    }

    @Test
    void makesANewSecretThatIsAnother() {
        String first = json(post(ALL, "{\"url\":\"https://hooks.example/in\"}")).toString();
        String path = ALL + "/" + json(first).getString("id");
        JsonObject renewed = json(post(path + "/secret", ""));
        assertFalse(first.contains(renewed.getString("secret")));
        assertTrue(Instant.parse(renewed.getString("oldSecretSignsUntil")).isAfter(Instant.now()));
    }

    @Test
    void listsWhatItWasAskedToSend() {
        String path = ALL + "/" + webhook();
        String delivery = json(post(path + "/test", "")).getString("delivery");
        JsonObject item =
                json(browser.get(path + "/deliveries")).getJsonArray("items").getJsonObject(0);
        assertEquals(delivery, item.getString("id"));
        assertEquals("ping", item.getString("type"));
        assertEquals("pending", item.getString("state"));
        assertEquals(422, browser.get(path + "/deliveries?limit=0").statusCode());
        assertEquals(202, post(path + "/deliveries/" + delivery + "/replay", "").statusCode());
        assertEquals(
                404, post(path + "/deliveries/" + UUID.randomUUID() + "/replay", "").statusCode());
        var since = post(path + "/replay", "{\"since\":\"2027-01-01T00:00:00Z\"}");
        assertEquals("{\"deliveries\":0}", since.body());
        assertEquals(422, post(path + "/replay", "{}").statusCode());
    }

    @Test
    void limitsHowOftenOthersServersAreAsked() {
        String path = ALL + "/" + webhook();
        for (int i = 0; i < 30; i++) {
            assertEquals(202, post(path + "/test", "").statusCode());
        }
        var refused = post(path + "/test", "");
        assertEquals(429, refused.statusCode());
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void deletesAndThenKnowsItNoMore() {
        String path = ALL + "/" + webhook();
        assertEquals(200, post(path + "/on", "").statusCode());
        assertEquals(204, delete(path).statusCode());
        assertEquals(404, delete(path).statusCode());
        for (String gone : List.of("/secret", "/on", "/test")) {
            assertEquals(404, post(path + gone, "").statusCode());
        }
        assertEquals(404, browser.get(path).statusCode());
        assertEquals(404, browser.get(path + "/deliveries").statusCode());
    }

    private String webhook() {
        return json(post(ALL, "{\"url\":\"https://hooks.example/in\"}")).getString("id");
    }

    private HttpResponse<String> post(String path, String body) {
        return browser.post(path, "application/json", body);
    }

    private HttpResponse<String> delete(String path) {
        return browser.delete(path);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
