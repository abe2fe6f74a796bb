package io.seedhouse.publisher.courier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.outgoing.Reach;
import io.seedhouse.publisher.outgoing.Receiver;
import io.seedhouse.publisher.outgoing.SafePost;
import io.seedhouse.publisher.webhook.Deliveries;
import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.Register;
import io.seedhouse.publisher.webhook.Secrets;
import io.seedhouse.publisher.webhook.TestWebhooks;
import io.seedhouse.publisher.webhook.Webhook;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A publisher with a bundle, a server of theirs, and all that brings it events. */
abstract class CourierBench {
    @TempDir Path folder;

    final TestDatabase database = database();
    final FactsInMemory facts = new FactsInMemory();
    final Receiver receiver = new Receiver();
    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final Queue queue = new TransactedQueue(database);
    final UUID ann = database.publisher();
    final UUID bundle =
            database.inTransaction(em -> TestBundles.draft(em, ann, "First light").id());
    Secrets secrets = new Secrets();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    abstract TestDatabase database();

    @BeforeEach
    void key() {
        secrets = TestWebhooks.secrets(folder);
    }

    @AfterEach
    void stop() {
        receiver.close();
        timer.shutdownNow();
    }

    Register.Shown register(String... events) {
        return registerAt("/in", events);
    }

    Register.Shown registerAt(String path, String... events) {
        var made =
                database.inTransaction(em ->
                        TestWebhooks.over(em, secrets)
                                .register(ann, receiver.at(path), Arrays.asList(events), now));
        return assertInstanceOf(Register.Registered.class, made).shown();
    }

    void passOn() {
        fanOut();
        dispatch();
    }

    int fanOut() {
        return database.inTransaction(em -> fanOut(em).round(now));
    }

    FanOut fanOut(EntityManager em) {
        FanOut fanOut = new FanOut();
        fanOut.em = em;
        fanOut.facts = facts;
        return fanOut;
    }

    void dispatch() {
        new Dispatch(queue, courier(), Runnable::run, () -> now).round();
    }

    Courier courier() {
        SafePost post =
                new SafePost(
                        Reach.LOOPBACK_TOO,
                        host -> {
                            throw new UnknownHostException();
                        },
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        timer);
        return new Courier(queue, secrets, Reach.LOOPBACK_TOO, post, () -> now);
    }

    List<UUID> ready() {
        return queue.ready(now).stream().map(Queue.Ready::webhookId).toList();
    }

    Receiver.Got onlyOne() {
        assertEquals(1, receiver.all.size());
        return receiver.all.getFirst();
    }

    Webhook webhook(UUID id) {
        return database.inTransaction(em -> TestWebhooks.over(em, secrets).find(ann, id))
                .orElseThrow();
    }

    /** The newest. */
    Delivery delivery(UUID webhookId) {
        return deliveries(webhookId).getFirst();
    }

    List<Delivery> deliveries(UUID webhookId) {
        Function<Deliveries, Deliveries.Page> all = d -> d.newest(webhookId, null, 100);
        return database.inTransaction(em -> all.apply(TestWebhooks.deliveries(em, secrets)))
                .items();
    }

    static JsonObject json(Receiver.Got got) {
        try (var reader = Json.createReader(new StringReader(new String(got.body(), UTF_8)))) {
            return reader.readObject();
        }
    }

    /** What a publisher's program would compute from the secret it was shown. */
    static String verified(Receiver.Got got, String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed =
                    "%s.%s.%s"
                            .formatted(
                                    got.header("webhook-id"),
                                    got.header("webhook-timestamp"),
                                    new String(got.body(), UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
