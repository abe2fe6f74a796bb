package io.seedhouse.publisher.mail;

import io.seedhouse.paygate.api.Notices;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends what has to be told, one letter after the other. A notice is kept from other senders for
 * {@link Notices#LEASE_SECONDS}; writing and sending it together take less, so nobody else sends it
 * meanwhile.
 */
final class Dispatch {
    /** Time for handing a letter to a mail server. */
    static final Duration LONGEST_SENDING = Duration.ofSeconds(60);

    /** A letter that took longer to write is not sent now. */
    static final Duration LONGEST_WRITING = Duration.ofSeconds(40);

    /** Letters of one round. */
    private static final int MOST = 100;

    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    private final List<Outbox> outboxes;
    private final Post post;
    private boolean troubled;

    /** Of several outboxes the first goes first: it holds what people wait for. */
    Dispatch(List<Outbox> outboxes, Post post) {
        this.outboxes = List.copyOf(outboxes);
        this.post = post;
    }

    /** Sends what is due, up to {@link #MOST} of each outbox. */
    void round() {
        outboxes.forEach(this::round);
    }

    private void round(Outbox outbox) {
        for (int i = 0; i < MOST; i++) {
            long began = System.nanoTime();
            Optional<Outbox.Due> due = outbox.claim();
            if (due.isEmpty()) {
                return;
            }
            note(outbox, due.get(), send(due.get(), began));
        }
    }

    private Posted send(Outbox.Due due, long began) {
        try {
            Optional<Letter> letter = due.letter().get();
            if (letter.isEmpty()) {
                return new Posted.Failed("there is nothing to tell yet, or any more");
            }
            return System.nanoTime() - began > LONGEST_WRITING.toNanos()
                    ? new Posted.Failed("writing it took too long")
                    : handOver(letter.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "notice " + due.id() + " could not be sent", e);
            return new Posted.Failed("it could not be sent: " + e.getClass().getSimpleName());
        }
    }

    private static void note(Outbox outbox, Outbox.Due due, Posted posted) {
        switch (posted) {
            case Posted.Taken t -> outbox.sent(due.id());
            case Posted.Refused r -> outbox.bounced(due.id(), r.reason());
            case Posted.Failed f -> outbox.failed(due.id(), f.reason());
        }
    }

    /** Logs when trouble with the mail server begins and when it ends, not every letter of it. */
    private Posted handOver(Letter letter) {
        Posted posted = post.post(letter);
        if (posted instanceof Posted.Failed f && !troubled) {
            troubled = true;
            LOG.log(Level.WARNING, "Mail waits: " + f.reason() + ". It is tried again.");
        } else if (posted instanceof Posted.Taken && troubled) {
            troubled = false;
            LOG.log(Level.INFO, "Mail is sent again.");
        }
        return posted;
    }
}
