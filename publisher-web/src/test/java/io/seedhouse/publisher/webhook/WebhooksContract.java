package io.seedhouse.publisher.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class WebhooksContract {
    private static final String URL = "https://hooks.example/in";

    @TempDir Path folder;

    private final TestDatabase database = database();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final UUID ann = database.publisher();
    private final UUID ben = database.publisher();
    private Secrets secrets = new Secrets();

    abstract TestDatabase database();

    @BeforeEach
    void key() {
        secrets = TestWebhooks.secrets(folder);
    }

    @Test
    void wantsTheEventsThatWereChosenOnceEach() {
        Webhook webhook = register("order.paid", "gift.redeemed", "order.paid").webhook();
        assertEquals(List.of("order.paid", "gift.redeemed"), webhook.events());
        assertTrue(webhook.wants("order.paid"));
        assertFalse(webhook.wants("order.refunded"));
        assertFalse(webhook.wants("order"));
    }

    @Test
    void refusesEventsAndAddressesThatMayNotBe() {
        assertThrows(Invalid.class, () -> register());
        assertThrows(Invalid.class, () -> register("order.lost"));
        for (String url : List.of("http://example.org/", "https://10.0.0.1/", "")) {
            assertThrows(
                    Invalid.class,
                    () -> webhooks(w -> w.register(ann, url, List.of("order.paid"), now)));
        }
        assertEquals(List.of(), webhooks(w -> w.ofPublisher(ann)));
    }

    @Test
    void holdsAllEventTypesInItsColumn() {
        String[] all = EventType.labels().toArray(String[]::new);
        assertEquals(EventType.labels(), register(all).webhook().events());
    }

    @Test
    void takesTenOfAPublisherAlsoAtTheSameTime() throws Exception {
        List<Callable<Register>> many =
                IntStream.range(0, 14)
                        .<Callable<Register>>mapToObj(i ->
                                () ->
                                        webhooks(w ->
                                                w.register(ann, URL, List.of("order.paid"), now)))
                        .toList();
        int registered = 0;
        try (var people = Executors.newFixedThreadPool(7)) {
            for (var answer : people.invokeAll(many)) {
                registered += answer.get() instanceof Register.Registered ? 1 : 0;
            }
        }
        assertEquals(10, registered);
        assertEquals(10, webhooks(w -> w.ofPublisher(ann)).size());
        var one = webhooks(w -> w.register(ben, URL, List.of("order.paid"), now));
        assertInstanceOf(Register.Registered.class, one);
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        Register.Shown first = register("order.paid");
        UUID id = first.webhook().id();
        Register.Shown second = webhooks(w -> w.renew(ann, id, now)).orElseThrow();
        deliver(first.webhook(), now);
        assertNotEquals(first.secret().text(), second.secret().text());
        String rows = rows("publisher_webhook") + rows("publisher_webhook_delivery");
        assertTrue(rows.contains(URL), rows);
        for (String secret : List.of(first.secret().text(), second.secret().text())) {
            assertFalse(rows.contains(secret), rows);
            assertFalse(rows.contains(secret.substring("whsec_".length())), rows);
        }
    }

    @Test
    void signsWithBothSecretsForADayAndThenWithTheNewOne() {
        UUID id = register("order.paid").webhook().id();
        assertEquals(List.of(1), webhook(id).generations(now));
        webhooks(w -> w.renew(ann, id, now));
        assertEquals(List.of(2, 1), webhook(id).generations(now.plusSeconds(1)));
        assertEquals(List.of(2), webhook(id).generations(now.plus(Webhook.OVERLAP)));
        webhooks(w -> w.renew(ann, id, now));
        assertEquals(List.of(3, 2), webhook(id).generations(now.plusSeconds(1)));
    }

    @Test
    void isNobodyElsesBusiness() {
        Webhook webhook = register("order.paid").webhook();
        UUID id = webhook.id();
        UUID delivery = deliver(webhook, now);
        assertEquals(Optional.empty(), webhooks(w -> w.find(ben, id)));
        assertFalse(remove(ben, id));
        assertTrue(webhooks(w -> w.renew(ben, id, now)).isEmpty());
        assertTrue(webhooks(w -> w.switchOn(ben, id, now)).isEmpty());
        Replay unknown = new Replay.Unknown("webhook");
        assertEquals(unknown, deliveries(d -> d.ping(ben, id, now)));
        assertEquals(unknown, deliveries(d -> d.replay(ben, id, delivery, now)));
        assertEquals(unknown, deliveries(d -> d.replaySince(ben, id, now, now)));
        assertEquals(List.of(1), webhook(id).generations(now));
    }

    @Test
    void replaysADeliveryOfItsOwnOnly() {
        Webhook webhook = register("order.paid").webhook();
        Webhook other = register("order.paid").webhook();
        UUID delivery = deliver(other, now);
        assertEquals(
                new Replay.Unknown("delivery"),
                deliveries(d -> d.replay(ann, webhook.id(), delivery, now)));
    }

    @Test
    void goesAwayWithItsDeliveries() {
        Webhook webhook = register("order.paid").webhook();
        deliver(webhook, now);
        assertTrue(remove(ann, webhook.id()));
        assertFalse(remove(ann, webhook.id()));
        assertEquals("", rows("publisher_webhook_delivery"));
    }

    @Test
    void listsDeliveriesNewestFirstPageByPage() {
        Webhook webhook = register("order.paid").webhook();
        List<UUID> all = IntStream.range(0, 5).mapToObj(i -> deliver(webhook, now)).toList();
        var first = deliveries(d -> d.newest(webhook.id(), null, 2));
        var second = deliveries(d -> d.newest(webhook.id(), first.next(), 2));
        var last = deliveries(d -> d.newest(webhook.id(), second.next(), 2));
        assertEquals(List.of(all.get(4), all.get(3)), ids(first));
        assertEquals(List.of(all.get(2), all.get(1)), ids(second));
        assertEquals(List.of(all.get(0)), ids(last));
        assertNull(last.next());
    }

    @Test
    void replaysWhatHappenedSinceATimeButNoPings() {
        Webhook webhook = register("order.paid").webhook();
        deliver(webhook, now.minusSeconds(10));
        UUID atThen = deliver(webhook, now.minusSeconds(5));
        UUID later = deliver(webhook, now);
        deliveries(d -> d.ping(ann, webhook.id(), now));
        arrived();
        assertEquals(
                new Replay.Queued(2, Optional.empty()),
                deliveries(d -> d.replaySince(ann, webhook.id(), now.minusSeconds(5), now)));
        assertEquals(List.of(later, atThen), pending(webhook.id()));
    }

    @Test
    void replaysNothingWhileItIsOffAndSendsWhatWasHeldOnceItIsOn() {
        UUID id = register("order.paid").webhook().id();
        database.inTransaction(em -> {
            em.find(Webhook.class, id).switchOff(Webhook.Off.GONE, now);
            return em;
        });
        UUID held = deliver(webhook(id), now);
        assertEquals(List.of(), pending(id));
        assertEquals(new Replay.SwitchedOff(), deliveries(d -> d.replay(ann, id, held, now)));
        assertEquals(new Replay.SwitchedOff(), deliveries(d -> d.ping(ann, id, now)));
        webhooks(w -> w.switchOn(ann, id, now));
        assertNull(webhook(id).off());
        assertEquals(List.of(held), pending(id));
    }

    @Test
    void forgetsDeliveriesAfterThirtyDaysUnlessTheyAreStillToBeSent() {
        Webhook webhook = register("order.paid").webhook();
        Instant longAgo = now.minus(Deliveries.LIFE).minus(Duration.ofMinutes(1));
        deliver(webhook, longAgo);
        arrived();
        UUID pending = deliver(webhook, longAgo);
        deliveries(d -> {
            d.sweep(now);
            return d;
        });
        assertEquals(List.of(pending), ids(deliveries(d -> d.newest(webhook.id(), null, 9))));
    }

    private Register.Shown register(String... events) {
        var made = webhooks(w -> w.register(ann, URL, List.of(events), now));
        return assertInstanceOf(Register.Registered.class, made).shown();
    }

    private UUID deliver(Webhook webhook, Instant at) {
        Message message =
                Message.of(UUID.randomUUID(), "order.paid", at, JsonValue.EMPTY_JSON_OBJECT);
        return database.inTransaction(em -> {
            Delivery delivery = new Delivery(webhook, message, at);
            em.persist(delivery);
            return delivery.id();
        });
    }

    private void arrived() {
        database.inTransaction(em -> {
            em.createQuery("select d from Delivery d", Delivery.class)
                    .getResultList()
                    .forEach(d -> d.taken(200, now));
            return em;
        });
    }

    private Webhook webhook(UUID id) {
        return webhooks(w -> w.find(ann, id)).orElseThrow();
    }

    private boolean remove(UUID asker, UUID id) {
        return webhooks(w -> w.remove(asker, id));
    }

    private List<UUID> pending(UUID webhookId) {
        return deliveries(d -> d.newest(webhookId, null, 100)).items().stream()
                .filter(d -> d.state() == Delivery.State.PENDING && d.due() != null)
                .map(Delivery::id)
                .toList();
    }

    private static List<UUID> ids(Deliveries.Page page) {
        return page.items().stream().map(Delivery::id).toList();
    }

    private String rows(String table) {
        return database.inTransaction(em -> all(em, table).toString().replace("[]", ""));
    }

    private static List<String> all(EntityManager em, String table) {
        return em
                .createNativeQuery("select * from " + table, Object[].class)
                .getResultList()
                .stream()
                .map(row -> Arrays.toString((@Nullable Object[]) row))
                .toList();
    }

    private <T> T webhooks(Function<Webhooks, T> work) {
        return database.inTransaction(em -> work.apply(TestWebhooks.over(em, secrets)));
    }

    private <T> T deliveries(Function<Deliveries, T> work) {
        return database.inTransaction(em -> work.apply(TestWebhooks.deliveries(em, secrets)));
    }
}
