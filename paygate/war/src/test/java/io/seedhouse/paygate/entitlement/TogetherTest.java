package io.seedhouse.paygate.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Standing.Proof;
import io.seedhouse.paygate.order.OrderToken;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {
    private static final int MANY = 100;

    private final TestDatabase database = TestDatabase.h2();
    private final AtomicInteger transactions = new AtomicInteger();
    private final Together together = new Together(new Counted());
    private final CountDownLatch first = new CountDownLatch(1);

    private final class Counted implements Database {
        @Override
        public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
            transactions.incrementAndGet();
            return database.inTransaction(work);
        }
    }

    /** Asks without a valid proof, and does this when decided over. */
    private record Ask(Proof proof, Runnable then) implements Together.Question {
        Ask(Runnable then) {
            this(Proof.of(UUID.randomUUID(), OrderToken.generate()), then);
        }

        @Override
        public void decide(EntityManager db, @Nullable Standing standing) {
            assertEquals(null, standing);
            then.run();
        }
    }

    /** All ask while one is being served that holds the others up. */
    private List<Future<?>> crowd(List<Ask> asks) throws Exception {
        var answers = new ArrayList<Future<?>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(pool.submit(() -> together.decide(new Ask(this::untilAllWait))));
            first.await();
            asks.forEach(ask -> answers.add(pool.submit(() -> together.decide(ask))));
        }
        return answers;
    }

    private void untilAllWait() {
        first.countDown();
        while (together.waiting() < MANY) {
            Thread.onSpinWait();
        }
    }

    @Test
    void servesWhoComesAloneAtOnce() {
        var served = new AtomicInteger();
        together.decide(new Ask(served::incrementAndGet));
        together.decide(new Ask(served::incrementAndGet));
        assertEquals(2, served.get());
        assertEquals(2, transactions.get());
    }

    @Test
    void servesAllWhoCameMeanwhileInFewTransactions() throws Exception {
        var served = new AtomicInteger();
        var asks = new ArrayList<Ask>();
        for (var n = 0; n < MANY; n++) {
            asks.add(new Ask(served::incrementAndGet));
        }
        for (var answer : crowd(asks)) {
            answer.get();
        }
        assertEquals(MANY, served.get());
        assertEquals(3, transactions.get(), "the first, sixty-four, the rest");
        assertEquals(0, together.waiting());
    }

    @Test
    void failsNobodyForAnothersFault() throws Exception {
        var served = new AtomicInteger();
        var asks = new ArrayList<Ask>();
        for (var n = 1; n < MANY; n++) {
            asks.add(new Ask(served::incrementAndGet));
        }
        asks.add(
                new Ask(() -> {
                    throw new IllegalStateException("no such identity");
                }));
        var answers = crowd(asks);
        var failed = answers.removeLast();
        for (var answer : answers) {
            answer.get();
        }
        var why = assertThrows(ExecutionException.class, failed::get);
        assertEquals("no such identity", Objects.requireNonNull(why.getCause()).getMessage());
    }

    @Test
    void servesTheNextAfterOneThatFailed() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        together.decide(
                                new Ask(() -> {
                                    throw new IllegalStateException("broken");
                                })));
        var served = new AtomicInteger();
        together.decide(new Ask(served::incrementAndGet));
        assertEquals(1, served.get());
    }
}
