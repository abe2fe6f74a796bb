package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.outgoing.Target;
import io.seedhouse.publisher.webhook.Register.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All webhooks. What belongs to another publisher is answered as if it did not exist. */
@ApplicationScoped
@Transactional
public class Webhooks {
    static final int MOST = 10;

    @PersistenceContext EntityManager em;
    @Inject Secrets secrets;
    @Inject WebhookSettings settings;

    /**
     * A new webhook.
     *
     * @param events labels of {@link EventType}
     * @throws Invalid for an address or an event that may not be
     */
    public Register register(UUID publisherId, String url, List<String> events, Instant now) {
        Target.of(url, settings.reach());
        Set<String> wanted = EventType.require(events);
        em.find(Publisher.class, publisherId, LockModeType.PESSIMISTIC_WRITE);
        if (ofPublisher(publisherId).size() >= MOST) {
            return new Register.TooMany(MOST);
        }
        Webhook webhook = new Webhook(publisherId, url, wanted, micros(now));
        em.persist(webhook);
        return new Register.Registered(new Shown(webhook, secrets.newest(webhook)));
    }

    /** A publisher's own, oldest first. */
    public List<Webhook> ofPublisher(UUID publisherId) {
        return em.createQuery(
                        "select w from Webhook w where w.publisherId = :publisher"
                                + " order by w.created, w.id",
                        Webhook.class)
                .setParameter("publisher", publisherId)
                .getResultList();
    }

    public Optional<Webhook> find(UUID publisherId, UUID id) {
        return Optional.ofNullable(em.find(Webhook.class, id))
                .filter(w -> w.publisherId().equals(publisherId));
    }

    /** Like {@link #find}, and no one else changes it until the transaction ends. */
    Optional<Webhook> lock(UUID publisherId, UUID id) {
        return Optional.ofNullable(em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(w -> w.publisherId().equals(publisherId));
    }

    /** Takes it away with all its deliveries; one that is on its way still arrives. */
    public boolean remove(UUID publisherId, UUID id) {
        Optional<Webhook> webhook = lock(publisherId, id);
        webhook.ifPresent(w -> {
            em.createQuery("delete from Delivery d where d.webhookId = :webhook")
                    .setParameter("webhook", id)
                    .executeUpdate();
            em.remove(w);
        });
        return webhook.isPresent();
    }

    /** A new secret; for {@link Webhook#OVERLAP} the one before signs as well. */
    public Optional<Shown> renew(UUID publisherId, UUID id, Instant now) {
        return lock(publisherId, id)
                .map(w -> {
                    w.renew(micros(now));
                    return new Shown(w, secrets.newest(w));
                });
    }

    /** Sends again, first of all what was held; one that is on stays as it is. */
    public Optional<Webhook> switchOn(UUID publisherId, UUID id, Instant now) {
        Optional<Webhook> webhook = lock(publisherId, id);
        webhook.filter(w -> w.off() != null)
                .ifPresent(w -> {
                    w.switchOn();
                    em.createQuery(
                                    "update Delivery d set d.state = :pending, d.due = :now,"
                                            + " d.began = null, d.tries = 0"
                                            + " where d.webhookId = :webhook and d.state = :held")
                            .setParameter("pending", Delivery.State.PENDING)
                            .setParameter("held", Delivery.State.HELD)
                            .setParameter("now", micros(now))
                            .setParameter("webhook", id)
                            .executeUpdate();
                });
        return webhook;
    }

    /** Databases keep microseconds. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
