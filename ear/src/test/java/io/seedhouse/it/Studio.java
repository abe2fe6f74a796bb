package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A publisher who uses the REST API.
 *
 * @param token what {@code POST /api/v1/tokens} answered
 */
record Studio(String email, String password, String token) {

    private static final Duration SEALING = Duration.ofMinutes(5);

    /** Signs a new publisher up and in. */
    static Studio open(String name) {
        String email = name + "-" + UUID.randomUUID() + "@studio.example";
        String password = "Lantern-" + UUID.randomUUID();
        Answer signUp =
                Http.anonymous()
                        .post(
                                "/api/v1/publishers",
                                json("email", email, "password", password, "name", name));
        assertEquals(201, signUp.status(), signUp.text());
        Answer token =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/tokens", json("email", email, "password", password));
        assertEquals(201, token.status());
        return new Studio(email, password, token.string("token"));
    }

    Http http() {
        return Http.bearer(token);
    }

    Tus tus() {
        return new Tus(token);
    }

    /** A new draft's id. */
    String bundle(String title) {
        Answer answer =
                http().post(
                                "/api/v1/bundles",
                                json(
                                        "title",
                                        title,
                                        "synopsis",
                                        "Made for a test.",
                                        "category",
                                        "film"));
        assertEquals(201, answer.status(), answer.text());
        assertEquals("draft", answer.string("status"));
        return answer.string("id");
    }

    /** Puts files on sale; the answer is as the server gave it. */
    Answer tier(String bundle, String tier, long amount, String currency, String... files) {
        String names =
                List.of(files).stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(","));
        return http().put(
                        "/api/v1/bundles/" + bundle + "/tiers/" + tier.replace(" ", "%20"),
                        "{\"price\":{\"amount\":%d,\"currency\":\"%s\"},\"files\":[%s]}"
                                .formatted(amount, currency, names));
    }

    /** Asks for the recipient to seal a file to at home. */
    Answer recipient(String bundle, String file) {
        return http().post("/api/v1/bundles/" + bundle + "/recipients", json("filename", file));
    }

    Answer seal(String bundle) {
        return http().post("/api/v1/bundles/" + bundle + "/seal", "{}");
    }

    Answer seal(String bundle, String format) {
        return http().post("/api/v1/bundles/" + bundle + "/seal", json("format", format));
    }

    JsonObject show(String bundle) {
        Answer answer = http().get("/api/v1/bundles/" + bundle);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    /** Waits for a seal that has begun, watching that its progress never falls. */
    JsonObject awaitSealed(String bundle) {
        long[] done = {0};
        return Await.until(
                "the bundle is sealed",
                SEALING,
                () -> {
                    JsonObject now = show(bundle);
                    String status = now.get("status").getAsString();
                    if (status.equals("sealing")) {
                        long bytes = now.getAsJsonObject("progress").get("doneBytes").getAsLong();
                        assertTrue(bytes >= done[0], "progress fell from " + done[0]);
                        done[0] = bytes;
                        return Optional.empty();
                    }
                    assertEquals("sealed", status, now.toString());
                    return Optional.of(now);
                });
    }

    JsonObject publish(String bundle) {
        Answer answer = http().post("/api/v1/bundles/" + bundle + "/publish", "{}");
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    /** The orders for a bundle, newest first. */
    List<JsonObject> orders(String bundle) {
        Answer answer = http().get("/api/v1/bundles/" + bundle + "/orders");
        assertEquals(200, answer.status(), answer.text());
        return answer.json().getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String json(String... pairs) {
        var object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.addProperty(pairs[i], pairs[i + 1]);
        }
        return object.toString();
    }
}
