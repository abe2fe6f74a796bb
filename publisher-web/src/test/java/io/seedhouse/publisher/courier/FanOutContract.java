package io.seedhouse.publisher.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.seedhouse.publisher.bundle.Publication;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.outgoing.Receiver;
import io.seedhouse.publisher.webhook.Register;
import io.seedhouse.publisher.webhook.TestWebhooks;
import io.seedhouse.publisher.webhook.Webhook;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class FanOutContract extends CourierBench {
    @Test
    void tellsOfAFactInJsonThatNamesNobody() {
        register("order.paid");
        UUID fact = facts.happened(bundle, "order.paid", Instant.parse("2027-01-31T18:00:00Z"));
        passOn();
        JsonObject said = json(onlyOne());
        assertEquals(Set.of("id", "type", "timestamp", "data"), said.keySet());
        assertEquals(fact.toString(), said.getString("id"));
        assertEquals("order.paid", said.getString("type"));
        assertEquals("2027-01-31T18:00:00Z", said.getString("timestamp"));
        JsonObject data = said.getJsonObject("data");
        assertEquals(Set.of("orderId", "bundleId", "tier", "amount"), data.keySet());
        assertEquals(bundle.toString(), data.getString("bundleId"));
        assertEquals(600, data.getJsonObject("amount").getInt("amount"));
        assertEquals("usd", data.getJsonObject("amount").getString("currency"));
    }

    @Test
    void tellsOfAPublicationWithinItsTransaction() {
        register("bundle.published");
        var publication = new Publication(bundle, ann, "first-light", "Été", now, now);
        database.inTransaction(em -> {
            fanOut(em).published(publication);
            return em;
        });
        dispatch();
        JsonObject said = json(onlyOne());
        assertEquals("bundle.published", said.getString("type"));
        assertEquals("Été", said.getJsonObject("data").getString("title"));
        assertEquals(now.toString(), said.getJsonObject("data").getString("premiere"));
    }

    @Test
    void signsSoThatTheSecretAndNothingElseVerifies() {
        Register.Shown shown = register("order.paid");
        facts.happened(bundle, "order.paid", now);
        passOn();
        Receiver.Got got = onlyOne();
        assertEquals("application/json", got.header("Content-Type"));
        assertEquals(Long.toString(now.getEpochSecond()), got.header("webhook-timestamp"));
        assertEquals(json(got).getString("id"), got.header("webhook-id"));
        assertEquals(verified(got, shown.secret().text()), got.header("webhook-signature"));
        assertNotEquals(
                verified(got, register("order.paid").secret().text()),
                got.header("webhook-signature"));
    }

    @Test
    void signsWithTheOldSecretTooForADay() {
        Register.Shown old = register("order.paid");
        UUID id = old.webhook().id();
        Register.Shown renewed =
                database.inTransaction(em -> TestWebhooks.over(em, secrets).renew(ann, id, now))
                        .orElseThrow();
        facts.happened(bundle, "order.paid", now);
        passOn();
        Receiver.Got got = onlyOne();
        assertEquals(
                verified(got, renewed.secret().text()) + " " + verified(got, old.secret().text()),
                got.header("webhook-signature"));
        now = now.plus(Webhook.OVERLAP);
        facts.happened(bundle, "order.paid", now);
        passOn();
        Receiver.Got later = receiver.all.getLast();
        assertEquals(verified(later, renewed.secret().text()), later.header("webhook-signature"));
    }

    @Test
    void tellsEachWebhookOfItsOwnPublisherWhatItWantsOnce() {
        registerAt("/paid", "order.paid");
        registerAt("/both", "order.paid", "order.refunded");
        UUID ben = database.publisher();
        UUID bens = database.inTransaction(em -> TestBundles.draft(em, ben, "Tide").id());
        facts.happened(bundle, "order.paid", now);
        facts.happened(bundle, "order.refunded", now);
        facts.happened(bundle, "order.invented", now);
        facts.happened(bens, "order.paid", now);
        facts.happened(UUID.randomUUID(), "order.paid", now);
        passOn();
        passOn();
        assertEquals(
                List.of("/both order.paid", "/both order.refunded", "/paid order.paid"),
                receiver.all.stream()
                        .map(got -> got.path() + " " + json(got).getString("type"))
                        .sorted()
                        .toList());
        assertEquals(List.of(), facts.pending(100));
    }

    @Test
    void takesFactsInBatches() {
        register("order.paid");
        IntStream.range(0, 130).forEach(i -> facts.happened(bundle, "order.paid", now));
        assertEquals(100, fanOut());
        assertEquals(30, fanOut());
        assertEquals(0, fanOut());
    }
}
