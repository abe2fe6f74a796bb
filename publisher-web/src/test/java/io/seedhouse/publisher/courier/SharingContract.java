package io.seedhouse.publisher.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.outgoing.Sent;
import io.seedhouse.publisher.webhook.TestWebhooks;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class SharingContract extends CourierBench {
    @Test
    void comesBackWhenItsSenderDiedBeforeItCouldNoteTheAnswer() {
        UUID id = register("order.paid").webhook().id();
        UUID fact = facts.happened(bundle, "order.paid", now);
        fanOut();
        assertEquals(fact, queue.claim(id, now).orElseThrow().eventId());
        assertTrue(queue.claim(id, now.plus(Queue.LEASE).minusSeconds(1)).isEmpty());
        assertEquals(fact, queue.claim(id, now.plus(Queue.LEASE)).orElseThrow().eventId());
    }

    @Test
    void isClaimedByOneOfManyAtTheSameTime() throws Exception {
        UUID id = register("order.paid").webhook().id();
        facts.happened(bundle, "order.paid", now);
        fanOut();
        List<Callable<Boolean>> nodes =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(i -> () -> queue.claim(id, now).isPresent())
                        .toList();
        int claimed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(nodes)) {
                claimed += answer.get() ? 1 : 0;
            }
        }
        assertEquals(1, claimed);
    }

    @Test
    void forgetsTheAnswerOfAWebhookThatWasDeletedMeanwhile() {
        UUID id = register("order.paid").webhook().id();
        facts.happened(bundle, "order.paid", now);
        fanOut();
        Claim claim = queue.claim(id, now).orElseThrow();
        database.inTransaction(em -> TestWebhooks.over(em, secrets).remove(ann, id));
        assertFalse(queue.note(claim, new Sent.Answered(204), now));
    }

    @Test
    void isNotHeldUpByAServerThatHangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(5);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        receiver.answers =
                got -> {
                    if (got.path().equals("/hangs")) {
                        hanging.countDown();
                        await(mayAnswer);
                    } else {
                        arrived.countDown();
                    }
                    return 204;
                };
        registerAt("/hangs", "order.paid");
        registerAt("/works", "order.paid");
        IntStream.range(0, 5).forEach(i -> facts.happened(bundle, "order.paid", now));
        fanOut();
        try (ExecutorService threads = Executors.newFixedThreadPool(Slots.MOST)) {
            Dispatch dispatch = new Dispatch(queue, courier(), threads, () -> now);
            dispatch.round();
            await(hanging);
            await(arrived);
            dispatch.round();
            long underWay =
                    receiver.all.stream().filter(got -> got.path().equals("/hangs")).count();
            mayAnswer.countDown();
            assertEquals(1, underWay);
        }
    }

    @Test
    void serveFirstWhoWasServedLongestAgo() {
        UUID first = registerAt("/first", "order.paid").webhook().id();
        now = now.plusSeconds(1);
        UUID second = registerAt("/second", "order.paid").webhook().id();
        facts.happened(bundle, "order.paid", now);
        facts.happened(bundle, "order.paid", now);
        fanOut();
        assertEquals(List.of(first, second), ready());
        now = now.plusSeconds(1);
        queue.claim(first, now);
        assertEquals(List.of(second, first), ready());
    }

    @Test
    void hasOneRequestUnderWayForEachWebhookAndThreeForEachPublisher() {
        Slots slots = new Slots();
        List<Queue.Ready> anns =
                IntStream.range(0, 4)
                        .mapToObj(i -> new Queue.Ready(UUID.randomUUID(), ann))
                        .toList();
        assertTrue(slots.take(anns.get(0)));
        assertFalse(slots.take(anns.get(0)));
        assertTrue(slots.take(anns.get(1)));
        assertTrue(slots.take(anns.get(2)));
        assertFalse(slots.take(anns.get(3)));
        for (int i = 3; i < Slots.MOST; i++) {
            assertTrue(slots.take(new Queue.Ready(UUID.randomUUID(), UUID.randomUUID())));
        }
        assertFalse(slots.take(new Queue.Ready(UUID.randomUUID(), UUID.randomUUID())));
        slots.giveBack(anns.get(0));
        assertTrue(slots.take(anns.get(3)));
    }
}
