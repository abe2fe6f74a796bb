package io.seedhouse.paygate.entitlement;

import static java.util.stream.Collectors.toSet;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Standing.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.QueryTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Decides over many keyrings in one transaction, because in the minute of a premiere the database
 * has more to do with beginning and committing than with all that lies between. Whoever comes alone
 * is served at once. Who comes while others are being served waits, and then serves everybody who
 * came meanwhile with itself; there is no thread and no pause of its own for this. A request of
 * which serving many fails is served alone, so that one cannot spoil the others'.
 *
 * <p>Those who wait are as many as the server has threads for requests.
 */
@ApplicationScoped
class Together {
    private static final int MOST = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean busy;

    @Inject Database database;

    /** For the container. */
    Together() {}

    Together(Database database) {
        this.database = database;
    }

    /** What is to be decided. */
    interface Question {
        Proof proof();

        /**
         * Called in a transaction, and once more in another where that one failed.
         *
         * @param standing null where the proof proves nothing
         */
        void decide(EntityManager db, @Nullable Standing standing);
    }

    /**
     * Returns when this question was decided and the transaction is committed.
     *
     * @throws RuntimeException why it could not be decided
     * @throws QueryTimeoutException when the database has others to serve for too long
     */
    void decide(Question question) {
        var turn = enter(question);
        if (await(turn) == Signal.SERVE) {
            serve();
        }
        if (turn.failure != null) {
            throw turn.failure;
        }
    }

    /** How many wait to be served. */
    synchronized int waiting() {
        return waiting.size();
    }

    private enum Signal {
        SERVE,
        SERVED
    }

    private static final class Turn {
        private final Question question;
        private final CompletableFuture<Signal> signal = new CompletableFuture<>();
        private @Nullable RuntimeException failure;

        private Turn(Question question) {
            this.question = question;
        }
    }

    private synchronized Turn enter(Question question) {
        var turn = new Turn(question);
        waiting.add(turn);
        if (!busy) {
            busy = true;
            turn.signal.complete(Signal.SERVE);
        }
        return turn;
    }

    private Signal await(Turn turn) {
        try {
            return turn.signal.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (leave(turn)) {
                throw new QueryTimeoutException("no keyring was decided over for " + PATIENCE, e);
            }
            return turn.signal.join(); // it is being served, or to serve: its transaction ends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (leave(turn)) {
                throw new QueryTimeoutException("the server is being stopped", e);
            }
            return turn.signal.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False for one that is being served, or is to serve. */
    private synchronized boolean leave(Turn turn) {
        return !turn.signal.isDone() && waiting.remove(turn);
    }

    /** Serves those who wait, the caller first among them, and hands over to the next. */
    private void serve() {
        var turns = next();
        try {
            serve(turns);
        } finally {
            handOver();
            turns.forEach(turn -> turn.signal.complete(Signal.SERVED));
        }
    }

    private synchronized List<Turn> next() {
        var turns = new ArrayList<Turn>();
        while (turns.size() < MOST && !waiting.isEmpty()) {
            turns.add(waiting.remove());
        }
        return turns;
    }

    private synchronized void handOver() {
        var next = waiting.peek();
        busy = next != null;
        if (next != null) {
            next.signal.complete(Signal.SERVE);
        }
    }

    private void serve(List<Turn> turns) {
        try {
            inOneTransaction(turns);
        } catch (RuntimeException e) {
            if (turns.size() == 1) {
                turns.getFirst().failure = e;
            } else {
                turns.forEach(turn -> serve(List.of(turn)));
            }
        }
    }

    private void inOneTransaction(List<Turn> turns) {
        database.inTransaction(db -> {
            db.unwrap(Session.class).setJdbcBatchSize(MOST); // releases go out in one message
            var proofs = turns.stream().map(turn -> turn.question.proof()).collect(toSet());
            var standings = Standing.find(db, proofs);
            for (var turn : turns) {
                turn.question.decide(db, standings.get(turn.question.proof()));
            }
            return turns.size();
        });
    }
}
