package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import io.seedhouse.it.WebhookReceiver.Message;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher's own program is told what happens, and can tell that it was us who said it. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    @Test
    void aSaleIsToldSignedAndAgainWithTheSameIdUntilItIsTakenAndWhenAskedFor() throws Exception {
        PublishedFilm film = PublishedFilm.of("Told at once", 200_000);
        Http publisher = film.studio().http();
        try (var program = WebhookReceiver.answering(500)) {
            JsonObject webhook = register(publisher, program.url());
            String address = WEBHOOKS + "/" + webhook.get("id").getAsString();
            String secret = webhook.get("secret").getAsString();
            Buyer buyer = Buyer.checkout(film.offer());
            buyer.pay("4242424242424242");
            buyer.awaitPaid();

            Message refused = program.await();
            assertTrue(refused.isSignedWith(secret));
            assertTellsOfTheSaleAndNothingElse(refused, film, buyer);
            Message taken = program.await();
            assertTrue(taken.isSignedWith(secret));
            assertSame(refused, taken);
            JsonObject delivery = awaitDelivered(publisher, address);
            assertEquals(taken.id(), delivery.get("eventId").getAsString());
            assertEquals(2, delivery.get("tries").getAsInt(), "the first was not taken");

            String newer = publisher.postForSecret(address + "/secret", "{}").string("secret");
            assertFalse(taken.isSignedWith(newer));
            String replay = "/deliveries/" + delivery.get("id").getAsString() + "/replay";
            assertEquals(202, publisher.post(address + replay, "{}").status());
            Message again = program.await();
            assertSame(taken, again);
            assertTrue(again.isSignedWith(newer) && again.isSignedWith(secret), "both sign");

            assertFalse(publisher.get(address).text().contains("secret\""), "shown once");
            assertNowhere(secret, newer);
            assertEquals(204, delete(publisher, address).status());
            assertEquals(404, publisher.get(address).status());
        }
    }

    @Test
    void anAddressThatIsNotPublicIsRefused() {
        Http publisher = Studio.open("inward").http();
        for (String url :
                List.of(
                        "https://10.0.0.1/",
                        "https://192.168.1.1:8443/hooks",
                        "https://169.254.169.254/latest/meta-data/",
                        "https://[fd00::1]/",
                        "https://[::ffff:10.0.0.1]/")) {
            Answer refused = publisher.post(WEBHOOKS, json(url));
            assertEquals(422, refused.status(), url);
            assertEquals(
                    "The url leads to an address that is not public.", refused.string("detail"));
        }
        assertEquals(422, publisher.post(WEBHOOKS, json("http://example.org/hooks")).status());
        assertEquals(0, publisher.get(WEBHOOKS).json().getAsJsonArray("items").size());
    }

    private static JsonObject register(Http publisher, String url) {
        Answer answer = publisher.postForSecret(WEBHOOKS, json(url));
        assertEquals(201, answer.status(), "registered");
        assertTrue(answer.string("secret").startsWith("whsec_"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(Secrets.issued().contains(answer.string("secret")), "looked for at the end");
        return answer.json();
    }

    private static String json(String url) {
        return "{\"url\":\"%s\",\"events\":[\"order.paid\"]}".formatted(url);
    }

    /** Just these fields: so there is no room for an address, a token or a key. */
    private static void assertTellsOfTheSaleAndNothingElse(
            Message message, PublishedFilm film, Buyer buyer) {
        JsonObject event = message.json();
        assertEquals(Set.of("id", "type", "timestamp", "data"), event.keySet());
        assertEquals(message.id(), event.get("id").getAsString());
        assertEquals("order.paid", event.get("type").getAsString());
        JsonObject data = event.getAsJsonObject("data");
        assertEquals(Set.of("orderId", "bundleId", "tier", "amount"), data.keySet());
        assertEquals(buyer.orderId(), data.get("orderId").getAsString());
        assertEquals(film.bundle(), data.get("bundleId").getAsString());
        assertEquals("film", data.get("tier").getAsString());
        assertEquals("{\"amount\":600,\"currency\":\"usd\"}", data.get("amount").toString());
    }

    private static void assertSame(Message first, Message second) {
        assertEquals(first.id(), second.id());
        assertEquals(first.body(), second.body());
    }

    /** The answer is noted a moment after it was given. */
    private static JsonObject awaitDelivered(Http publisher, String address) {
        return Await.until(
                "the delivery is noted",
                Duration.ofSeconds(20),
                () -> {
                    var items =
                            publisher.get(address + "/deliveries").json().getAsJsonArray("items");
                    assertEquals(1, items.size(), "one event, one delivery");
                    return Optional.of(items.get(0).getAsJsonObject())
                            .filter(d -> d.get("state").getAsString().equals("delivered"));
                });
    }

    /** Neither as text nor as the bytes that sign. */
    private static void assertNowhere(String... secrets) throws Exception {
        for (String secret : secrets) {
            Leaks.assertNone(
                    List.of(
                            secret.replaceFirst("^whsec_", "").replaceFirst("=+$", ""),
                            HexFormat.of().formatHex(WebhookReceiver.key(secret))));
        }
    }

    private static Answer delete(Http http, String address) {
        return http.send("DELETE", address, Map.of(), BodyPublishers.noBody());
    }
}
