package io.seedhouse.publisher.courier;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.outgoing.Sent;
import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.EventType;
import io.seedhouse.publisher.webhook.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries that wait; several nodes may share it. Each step is a transaction of its own. */
@ApplicationScoped
@Transactional
public class Queue {
    /** How long a claimed delivery is kept; sending one takes a quarter of that. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int CANDIDATES = 200;
    private static final int GONE = 410;

    @PersistenceContext EntityManager em;

    /** A webhook for which something is due. */
    public record Ready(UUID webhookId, UUID publisherId) {}

    /** Those longest without a try come first. */
    List<Ready> ready(Instant now) {
        return em.createQuery(
                        "select w.id, w.publisherId from Webhook w where w.off is null and exists"
                                + " (select 1 from Delivery d where d.webhookId = w.id"
                                + " and d.due <= :now) order by w.tried, w.id",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .getResultStream()
                .map(row -> new Ready((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** The delivery that is due longest; empty when there is none, or another node just took it. */
    Optional<Claim> claim(UUID webhookId, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return due(webhookId, now)
                .filter(id -> take(webhookId, id, now))
                .map(id -> {
                    Webhook webhook = em.find(Webhook.class, webhookId);
                    return Claim.of(webhook, em.find(Delivery.class, id), now);
                });
    }

    private Optional<UUID> due(UUID webhookId, Instant now) {
        return em.createQuery(
                        "select d.id from Delivery d, Webhook w where w.id = :webhook"
                                + " and w.off is null and d.webhookId = w.id and d.due <= :now"
                                + " order by d.due, d.position",
                        UUID.class)
                .setParameter("webhook", webhookId)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** True for the one sender that gets it. */
    private boolean take(UUID webhookId, UUID deliveryId, Instant now) {
        em.createQuery("update Webhook w set w.tried = :now where w.id = :id")
                .setParameter("now", now)
                .setParameter("id", webhookId)
                .executeUpdate();
        return em.createQuery(
                                "update Delivery d set d.due = :later, d.tries = d.tries + 1,"
                                        + " d.tried = :now, d.began = coalesce(d.began, :now)"
                                        + " where d.id = :id and d.due <= :now")
                        .setParameter("later", now.plus(LEASE))
                        .setParameter("now", now)
                        .setParameter("id", deliveryId)
                        .executeUpdate()
                == 1;
    }

    /**
     * Notes what became of it; one that was deleted meanwhile is ignored.
     *
     * @return whether it was taken
     */
    boolean note(Claim claim, Sent sent, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Webhook webhook = em.find(Webhook.class, claim.webhookId(), LockModeType.PESSIMISTIC_WRITE);
        Delivery delivery = em.find(Delivery.class, claim.deliveryId());
        if (webhook == null || delivery == null) {
            return false;
        }
        return switch (sent) {
            case Sent.Answered a when a.status() / 100 == 2 -> {
                delivery.taken(a.status(), now);
                webhook.works(now);
                yield true;
            }
            case Sent.Answered a -> {
                refused(
                        webhook,
                        delivery,
                        claim,
                        a.status(),
                        say("webhook.fault.answered", a.status()),
                        now);
                yield false;
            }
            case Sent.Failed f -> {
                refused(webhook, delivery, claim, null, f.reason(), now);
                yield false;
            }
        };
    }

    /** A ping is not repeated, and says nothing about how long a webhook fails. */
    private void refused(
            Webhook webhook,
            Delivery delivery,
            Claim claim,
            @Nullable Integer status,
            String reason,
            Instant now) {
        boolean ping = delivery.type().equals(EventType.PING);
        Instant began = delivery.began() == null ? claim.at() : delivery.began();
        Instant again = ping ? null : Waits.next(Math.max(1, delivery.tries()), began, now);
        delivery.refused(status, reason, again);
        boolean tooLong = !ping && webhook.fails(claim.at(), now);
        if (status != null && status == GONE) {
            switchOff(webhook, Webhook.Off.GONE, now);
        } else if (tooLong) {
            switchOff(webhook, Webhook.Off.FAILING, now);
        }
    }

    private void switchOff(Webhook webhook, Webhook.Off reason, Instant now) {
        webhook.switchOff(reason, now);
        em.createQuery(
                        "update Delivery d set d.state = :held, d.due = null"
                                + " where d.webhookId = :webhook and d.state = :pending")
                .setParameter("held", Delivery.State.HELD)
                .setParameter("webhook", webhook.id())
                .setParameter("pending", Delivery.State.PENDING)
                .executeUpdate();
    }
}
