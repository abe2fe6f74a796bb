package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events and their deliveries, on every database. */
abstract class SandboxEventsContract extends SandboxContract {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    @BeforeEach
    void listen() {
        sandbox.deliverTo((payload, _) -> {
            var event = JsonParser.parseString(payload).getAsJsonObject();
            received.add(event.get("type").getAsString());
            return answer;
        });
    }

    /** Three events: the session, the refund, the charge. */
    private String buyAndRefund() throws Exception {
        var payment = buy(GOOD_CARD);
        sandbox.refund(payment, 500);
        return payment;
    }

    private List<String> listed(EventListParams.Builder params) throws Exception {
        return stripe.events().list(params.build()).getData().stream().map(Event::getType).toList();
    }

    @Test
    void signsEachEventSoThatTheSdkBelievesIt() throws Exception {
        var events = new ArrayList<Event>();
        sandbox.deliverTo((payload, signature) -> {
            try {
                events.add(
                        Webhook.constructEvent(
                                payload, signature, RunningSandbox.WEBHOOK_SECRET, 300L, clock));
                return 200;
            } catch (SignatureVerificationException e) {
                return 400;
            }
        });
        sandbox.advance(Duration.ofDays(100));
        var id = open().getId();
        sandbox.pay(id, GOOD_CARD);
        var event = events.getFirst();
        assertEquals("checkout.session.completed", event.getType());
        assertEquals(sandbox.now().getEpochSecond(), event.getCreated());
        var object = event.getDataObjectDeserializer().getObject().orElseThrow();
        assertEquals(id, ((Session) object).getId());
        assertEquals("paid", ((Session) object).getPaymentStatus());
    }

    @Test
    void tellsTheShopBeforeTheBuyerReturns() throws Exception {
        sandbox.pay(open().getUrl(), GOOD_CARD);
        assertEquals(List.of("checkout.session.completed"), received);
    }

    @Test
    void listsEventsTheNewestFirstByTypeAndTime() throws Exception {
        buyAndRefund();
        assertEquals(
                List.of("charge.refunded", "refund.created", "checkout.session.completed"),
                listed(EventListParams.builder()));
        assertEquals(
                List.of("charge.refunded"),
                listed(EventListParams.builder().setType("charge.refunded")));
        assertEquals(
                List.of("refund.created", "checkout.session.completed"),
                listed(
                        EventListParams.builder()
                                .addType("checkout.session.completed")
                                .addType("refund.created")));
        var now = clock.instant().getEpochSecond();
        assertEquals(3, listed(EventListParams.builder().setCreated(since(now))).size());
        assertEquals(0, listed(EventListParams.builder().setCreated(since(now + 1))).size());
    }

    private static EventListParams.Created since(long second) {
        return EventListParams.Created.builder().setGte(second).build();
    }

    @Test
    void pagesThroughEventsFromEitherSide() throws Exception {
        buyAndRefund();
        var newest = stripe.events().list(EventListParams.builder().setLimit(1L).build());
        assertTrue(newest.getHasMore());
        var id = newest.getData().getFirst().getId();
        assertEquals(
                List.of("refund.created", "checkout.session.completed"),
                listed(EventListParams.builder().setStartingAfter(id)));
        var oldest = sandbox.events().getFirst().get("id").getAsString();
        assertEquals(
                List.of("refund.created"),
                listed(EventListParams.builder().setEndingBefore(oldest).setLimit(1L)));
        assertEquals("charge.refunded", stripe.events().retrieve(id).getType());
    }

    @Test
    void forgetsEventsAfterThirtyDays() throws Exception {
        buy(GOOD_CARD);
        var id = sandbox.events().getFirst().get("id").getAsString();
        sandbox.advance(Duration.ofDays(30));
        assertEquals(List.of(), sandbox.events());
        assertEquals("resource_missing id", refusal(() -> stripe.events().retrieve(id)));
        sandbox.standIn().sweep().clean();
    }

    @Test
    void keepsAnEventAsThingsWereThen() throws Exception {
        var payment = buy(GOOD_CARD);
        stripe.refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(payment)
                                .setAmount(100L)
                                .build());
        sandbox.refund(payment, 400);
        var refunded = sandbox.events().get(2).getAsJsonObject("data").getAsJsonObject("object");
        assertEquals(100, refunded.get("amount_refunded").getAsLong());
    }

    @Test
    void triesAgainWithGrowingWaitsUntilItIsTaken() throws Exception {
        answer = 500;
        buy(GOOD_CARD);
        assertEquals(1, received.size());
        sandbox.advance(Duration.ofMillis(999));
        assertEquals(1, received.size());
        sandbox.advance(Duration.ofMillis(1));
        assertEquals(2, received.size());
        sandbox.advance(Duration.ofSeconds(4));
        assertEquals(2, received.size());
        assertEquals(1, stripe.events().list().getData().getFirst().getPendingWebhooks());
        answer = 200;
        sandbox.advance(Duration.ofSeconds(1));
        sandbox.advance(Duration.ofDays(4));
        assertEquals(3, received.size());
        assertEquals(0, stripe.events().list().getData().getFirst().getPendingWebhooks());
    }

    @Test
    void givesUpAfterThreeDays() throws Exception {
        answer = 500;
        buy(GOOD_CARD);
        for (var hour = 0; hour < 80; hour++) {
            sandbox.advance(Duration.ofHours(1));
        }
        var tries = received.size();
        assertTrue(tries > 10, "tries: " + tries);
        sandbox.advance(Duration.ofDays(20));
        assertEquals(tries, received.size());
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        answer = 500;
        buy(GOOD_CARD);
        try (var restarted = new RunningSandbox(database, clock)) {
            var again = new CopyOnWriteArrayList<String>();
            restarted.deliverTo((payload, _) -> {
                again.add(payload);
                return 200;
            });
            restarted.advance(Duration.ofSeconds(1));
            assertEquals(1, again.size());
        }
    }

    @Test
    void sendsAnEventAgainWhenItIsTold() throws Exception {
        buy(GOOD_CARD);
        sandbox.resend(sandbox.events().getFirst().get("id").getAsString());
        assertEquals(List.of("checkout.session.completed", "checkout.session.completed"), received);
    }

    @Test
    void holdsEventsBackUntilTheyAreReleased() throws Exception {
        sandbox.deliveries("hold");
        buyAndRefund();
        sandbox.advance(Duration.ofHours(1));
        assertEquals(List.of(), received);
        sandbox.deliveries("release");
        assertEquals(
                List.of("checkout.session.completed", "refund.created", "charge.refunded"),
                received);
    }

    @Test
    void sendsThemInAnotherOrderOrTwice() throws Exception {
        sandbox.deliveries("hold");
        buyAndRefund();
        sandbox.deliveries("reverse");
        assertEquals(
                List.of("charge.refunded", "refund.created", "checkout.session.completed"),
                received);
        received.clear();
        sandbox.deliveries("hold");
        buyAndRefund();
        sandbox.deliveries("shuffle");
        assertEquals(3, new HashSet<>(received).size());
        received.clear();
        sandbox.deliveries("duplicate");
        buy(GOOD_CARD);
        assertEquals(List.of("checkout.session.completed", "checkout.session.completed"), received);
    }

    @Test
    void writesEventsByAnOlderReleaseWhenItIsTold() throws Exception {
        sandbox.release("2019-05-16");
        buy(GOOD_CARD);
        var old = stripe.events().list().getData().getFirst();
        assertEquals("2019-05-16", old.getApiVersion());
        assertTrue(old.getDataObjectDeserializer().getObject().isEmpty());
        assertFalse(old.getDataObjectDeserializer().getRawJson().contains("payment_status"));
        sandbox.release(null);
        buy(GOOD_CARD);
        var current = stripe.events().list().getData().getFirst();
        assertTrue(current.getDataObjectDeserializer().getObject().isPresent());
    }
}
