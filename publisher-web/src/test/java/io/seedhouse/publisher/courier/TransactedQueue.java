package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.outgoing.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Each step is a transaction, as the container makes it. */
final class TransactedQueue extends Queue {
    private final TestDatabase database;

    TransactedQueue(TestDatabase database) {
        this.database = database;
    }

    @Override
    List<Ready> ready(Instant now) {
        return step(queue -> queue.ready(now));
    }

    @Override
    Optional<Claim> claim(UUID webhookId, Instant now) {
        return step(queue -> queue.claim(webhookId, now));
    }

    @Override
    boolean note(Claim claim, Sent sent, Instant now) {
        return step(queue -> queue.note(claim, sent, now));
    }

    private <T> T step(Function<Queue, T> work) {
        return database.inTransaction(em -> {
            Queue queue = new Queue();
            queue.em = em;
            return work.apply(queue);
        });
    }
}
