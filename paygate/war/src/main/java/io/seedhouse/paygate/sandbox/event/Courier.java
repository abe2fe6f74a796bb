package io.seedhouse.paygate.sandbox.event;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings events to the shop. Each is taken by one conditional update that also counts the try and
 * sets the next one, so a courier that dies over it leaves it to the next; two never carry the same
 * try. One event is on its way at a time, apart from those that a buyer waits for.
 */
public final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int BATCH = 50;
    private static final int BATCHES = 40;

    /** Longer than a try takes. */
    private static final Duration TRY = Duration.ofMinutes(1);

    private final Database database;
    private final SandboxClock clock;
    private final Webhook webhook;
    private final Executor executor;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicBoolean called = new AtomicBoolean();

    /**
     * @param executor runs the deliveries that nobody waits for
     */
    public Courier(Database database, SandboxClock clock, Webhook webhook, Executor executor) {
        this.database = database;
        this.clock = clock;
        this.webhook = webhook;
        this.executor = executor;
    }

    /** Delivers what is due, soon. At most one round waits to begin. */
    public void call() {
        if (called.compareAndSet(false, true)) {
            try {
                executor.execute(() -> {
                    called.set(false);
                    deliverDue();
                });
            } catch (RejectedExecutionException stopping) {
                // What is due stays due, for the next sweep or the next start.
                called.set(false);
            }
        }
    }

    /** Tries what is due, two thousand events at most. */
    public void deliverDue() {
        round.lock();
        try {
            var due = due();
            for (var batch = 0; batch < BATCHES && !due.isEmpty(); batch++) {
                due.forEach(this::attempt);
                due = due();
            }
        } finally {
            round.unlock();
        }
    }

    /**
     * Tries one event and returns when the shop has answered, as Stripe waits before it sends a
     * buyer back. Where tests want the events held or mixed up, nobody waits.
     */
    public void deliverFirst(String id) {
        var event =
                database.inTransaction(db ->
                        Disorder.of(db).isInOrder()
                                ? Optional.ofNullable(db.find(SandboxEvent.class, id))
                                : Optional.<SandboxEvent>empty());
        event.ifPresent(this::attempt);
    }

    /** Sends an event again, however often it was sent before. */
    public void resend(String id) {
        database.inTransaction(db -> {
            var event = db.find(SandboxEvent.class, id);
            if (event == null) {
                throw StripeRefusal.missing("event", "id", id);
            }
            event.begin(clock.now(db));
            return id;
        });
    }

    /** When the next try of anything is due; empty when nothing waits. */
    public Optional<Instant> nextTry() {
        return database.inTransaction(db ->
                Optional.ofNullable(
                        db.createQuery(
                                        "select min(e.nextTry) from SandboxEvent e where e.status = :pending",
                                        Instant.class)
                                .setParameter("pending", SandboxEvent.PENDING)
                                .getSingleResult()));
    }

    private List<SandboxEvent> due() {
        return database.inTransaction(db ->
                Disorder.of(db)
                        .arrange(
                                db.createQuery(
                                                "select e from SandboxEvent e where e.status = :pending"
                                                        + " and e.nextTry <= :now order by e.position",
                                                SandboxEvent.class)
                                        .setParameter("pending", SandboxEvent.PENDING)
                                        .setParameter("now", clock.now(db))
                                        .setMaxResults(BATCH)
                                        .getResultList()));
    }

    private void attempt(SandboxEvent event) {
        if (!database.inTransaction(db -> take(db, event))) {
            return;
        }
        var twice = database.inTransaction(Disorder::of) == Disorder.DUPLICATE;
        var taken = webhook.post(EventModel.json(event).toString(), twice);
        database.inTransaction(db -> note(db, event.id(), taken));
    }

    private boolean take(EntityManager db, SandboxEvent event) {
        return db.createQuery(
                                "update SandboxEvent e set e.attempts = e.attempts + 1, e.nextTry = :next"
                                        + " where e.id = :id and e.attempts = :attempts and e.status = :pending")
                        .setParameter("next", clock.now(db).plus(TRY))
                        .setParameter("id", event.id())
                        .setParameter("attempts", event.attempts())
                        .setParameter("pending", SandboxEvent.PENDING)
                        .executeUpdate()
                == 1;
    }

    private String note(EntityManager db, String id, boolean taken) {
        var event = db.find(SandboxEvent.class, id);
        if (event == null) {
            return id;
        }
        if (taken) {
            event.delivered();
        } else {
            event.failed(clock.now(db));
        }
        if (event.status().equals(SandboxEvent.GIVEN_UP)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The webhook did not take the sandbox''s event {0} in three days.",
                    id);
        }
        return id;
    }
}
