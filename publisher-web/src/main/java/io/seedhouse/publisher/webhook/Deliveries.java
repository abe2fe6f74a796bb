package io.seedhouse.publisher.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was sent to webhooks, or will be. */
@ApplicationScoped
@Transactional
public class Deliveries {
    /** How long they are kept. */
    public static final Duration LIFE = Duration.ofDays(30);

    @PersistenceContext EntityManager em;
    @Inject Webhooks webhooks;

    /**
     * Newest first; of a webhook that its caller knows to be theirs.
     *
     * @param before the {@link Page#next} of the page before; null for the first
     * @param limit 1 to 100
     */
    public Page newest(UUID webhookId, @Nullable Long before, int limit) {
        List<Delivery> found =
                em.createQuery(
                                "select d from Delivery d where d.webhookId = :webhook"
                                        + " and d.position < :before order by d.position desc",
                                Delivery.class)
                        .setParameter("webhook", webhookId)
                        .setParameter("before", before == null ? Long.MAX_VALUE : before)
                        .setMaxResults(limit + 1)
                        .getResultList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).position());
    }

    /**
     * @param next null at the end
     */
    public record Page(List<Delivery> items, @Nullable Long next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Sends one again, with the same id, whether or not it had arrived. */
    public Replay replay(UUID publisherId, UUID webhookId, UUID deliveryId, Instant now) {
        return ifOn(
                publisherId,
                webhookId,
                webhook ->
                        Optional.ofNullable(em.find(Delivery.class, deliveryId))
                                .filter(d -> d.webhookId().equals(webhookId))
                                .<Replay>map(d -> {
                                    d.sendAgain(now);
                                    return new Replay.Queued(1, Optional.of(deliveryId));
                                })
                                .orElseGet(() -> new Replay.Unknown("delivery")));
    }

    /** Sends all events again that happened at that time or later. */
    public Replay replaySince(UUID publisherId, UUID webhookId, Instant since, Instant now) {
        return ifOn(
                publisherId,
                webhookId,
                webhook -> new Replay.Queued(sendAgain(webhookId, since, now), Optional.empty()));
    }

    private int sendAgain(UUID webhookId, Instant since, Instant now) {
        return em.createQuery(
                        "update Delivery d set d.state = :pending, d.due = :now, d.began = null,"
                                + " d.tries = 0 where d.webhookId = :webhook"
                                + " and d.happened >= :since and d.type <> :ping")
                .setParameter("pending", Delivery.State.PENDING)
                .setParameter("now", now)
                .setParameter("webhook", webhookId)
                .setParameter("since", since)
                .setParameter("ping", EventType.PING)
                .executeUpdate();
    }

    /** Sends an event that says nothing. */
    public Replay ping(UUID publisherId, UUID webhookId, Instant now) {
        return ifOn(
                publisherId,
                webhookId,
                webhook -> {
                    Delivery delivery = new Delivery(webhook, Message.ping(now), now);
                    em.persist(delivery);
                    return new Replay.Queued(1, Optional.of(delivery.id()));
                });
    }

    private Replay ifOn(UUID publisherId, UUID webhookId, Function<Webhook, Replay> work) {
        Optional<Webhook> webhook = webhooks.lock(publisherId, webhookId);
        if (webhook.isEmpty()) {
            return new Replay.Unknown("webhook");
        }
        return webhook.get().off() == null ? work.apply(webhook.get()) : new Replay.SwitchedOff();
    }

    /** Forgets those older than {@link #LIFE} that are not to be sent any more. */
    public void sweep(Instant now) {
        em.createQuery("delete from Delivery d where d.created < :old and d.due is null")
                .setParameter("old", now.minus(LIFE))
                .executeUpdate();
    }
}
