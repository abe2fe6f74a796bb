package io.seedhouse.publisher.courier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.outgoing.Receiver;
import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.EventType;
import io.seedhouse.publisher.webhook.TestWebhooks;
import io.seedhouse.publisher.webhook.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

abstract class CourierContract extends CourierBench {
    @Test
    void sendsAgainWithTheSameIdAndAFreshTimeUntilItIsTaken() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 500;
        facts.happened(bundle, "order.paid", now);
        passOn();
        Delivery waiting = delivery(id);
        assertEquals(Delivery.State.PENDING, waiting.state());
        assertEquals("It answered 500.", waiting.fault());
        assertEquals(now.plusSeconds(5), waiting.due());
        dispatch();
        assertEquals(1, receiver.all.size());
        now = now.plusSeconds(5);
        receiver.answers = got -> 204;
        dispatch();
        now = now.plusSeconds(600);
        dispatch();
        assertEquals(2, receiver.all.size());
        Receiver.Got first = receiver.all.getFirst();
        Receiver.Got second = receiver.all.getLast();
        assertEquals(first.header("webhook-id"), second.header("webhook-id"));
        assertEquals(new String(first.body(), UTF_8), new String(second.body(), UTF_8));
        assertNotEquals(first.header("webhook-timestamp"), second.header("webhook-timestamp"));
        assertNotEquals(first.header("webhook-signature"), second.header("webhook-signature"));
        assertEquals(Delivery.State.DELIVERED, delivery(id).state());
        assertEquals(2, delivery(id).tries());
        assertNull(webhook(id).failing());
    }

    @Test
    void waitsLongerEachTimeForThreeDaysAndThenSwitchesTheWebhookOff() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 503;
        Instant began = now;
        facts.happened(bundle, "order.paid", now);
        passOn();
        for (Instant due = delivery(id).due(); due != null; due = delivery(id).due()) {
            assertNull(webhook(id).off());
            now = due;
            dispatch();
        }
        Duration lasted = Duration.between(began, now);
        assertTrue(lasted.compareTo(Duration.ofDays(3)) >= 0, lasted.toString());
        assertTrue(lasted.compareTo(Duration.ofHours(78)) < 0, lasted.toString());
        assertEquals(19, receiver.all.size());
        assertEquals(Delivery.State.GIVEN_UP, delivery(id).state());
        assertEquals(Webhook.Off.FAILING, webhook(id).offReason());
        facts.happened(bundle, "order.paid", now);
        passOn();
        assertEquals(19, receiver.all.size());
        assertEquals(Delivery.State.HELD, delivery(id).state());
    }

    @Test
    void staysOnWhileSomeDeliveriesArrive() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 500;
        facts.happened(bundle, "order.paid", now);
        passOn();
        receiver.answers = got -> 200;
        facts.happened(bundle, "order.paid", now);
        passOn();
        receiver.answers = got -> 500;
        now = now.plus(Waits.PATIENCE).plusSeconds(1);
        dispatch();
        assertNull(webhook(id).off());
        assertEquals(now, webhook(id).failing());
        assertTrue(deliveries(id).stream().anyMatch(d -> d.state() == Delivery.State.GIVEN_UP));
    }

    @Test
    void isOffAtOnceWhenItAnswersThatNobodyWantsIt() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 410;
        facts.happened(bundle, "order.paid", now);
        facts.happened(bundle, "order.paid", now);
        passOn();
        now = now.plus(Duration.ofDays(1));
        dispatch();
        assertEquals(1, receiver.all.size());
        assertEquals(Webhook.Off.GONE, webhook(id).offReason());
        assertEquals(
                Set.of(Delivery.State.HELD),
                deliveries(id).stream().map(Delivery::state).collect(Collectors.toSet()));
        receiver.answers = got -> 204;
        database.inTransaction(em -> TestWebhooks.over(em, secrets).switchOn(ann, id, now));
        dispatch();
        assertEquals(3, receiver.all.size());
    }

    @Test
    void followsNoRedirectAndTakesItForAFailure() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 302;
        facts.happened(bundle, "order.paid", now);
        passOn();
        assertEquals("It answered 302.", delivery(id).fault());
        assertEquals(Delivery.State.PENDING, delivery(id).state());
    }

    @Test
    void pingsOnceWhateverComesOfIt() {
        UUID id = register("order.paid").webhook().id();
        receiver.answers = got -> 500;
        database.inTransaction(em -> TestWebhooks.deliveries(em, secrets).ping(ann, id, now));
        dispatch();
        assertEquals(EventType.PING, json(onlyOne()).getString("type"));
        assertEquals(Delivery.State.GIVEN_UP, delivery(id).state());
        assertNull(webhook(id).failing());
    }

    @Test
    void sendsAgainOnRequestWhatHadArrivedWithTheSameId() {
        UUID id = register("order.paid").webhook().id();
        facts.happened(bundle, "order.paid", now);
        passOn();
        UUID delivery = delivery(id).id();
        database.inTransaction(
                em -> TestWebhooks.deliveries(em, secrets).replay(ann, id, delivery, now));
        dispatch();
        assertEquals(2, receiver.all.size());
        assertEquals(
                receiver.all.getFirst().header("webhook-id"),
                receiver.all.getLast().header("webhook-id"));
    }
}
