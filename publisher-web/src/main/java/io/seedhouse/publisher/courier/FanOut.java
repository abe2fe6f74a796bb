package io.seedhouse.publisher.courier;

import io.seedhouse.paygate.api.Facts;
import io.seedhouse.paygate.api.Facts.Fact;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Publication;
import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.EventType;
import io.seedhouse.publisher.webhook.Message;
import io.seedhouse.publisher.webhook.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes each event one delivery to every webhook of the bundle's publisher that wants it. */
@ApplicationScoped
@Transactional
public class FanOut {
    /** Facts of one round. */
    static final int MOST = 100;

    @PersistenceContext EntityManager em;
    @Inject Facts facts;

    /**
     * Takes facts and records their deliveries in one transaction, so each is passed on exactly
     * once.
     *
     * @return how many there were
     */
    int round(Instant now) {
        List<Fact> pending = facts.pending(MOST);
        Map<UUID, List<Webhook>> known = new HashMap<>();
        for (Fact fact : pending) {
            publisher(fact.bundleId())
                    .ifPresent(publisher ->
                            deliver(
                                    known.computeIfAbsent(publisher, this::webhooks),
                                    of(fact),
                                    now));
        }
        facts.take(pending.stream().map(Fact::id).toList());
        return pending.size();
    }

    /** In the transaction that publishes. */
    void published(@Observes Publication publication) {
        deliver(webhooks(publication.publisherId()), of(publication), publication.at());
    }

    private void deliver(List<Webhook> webhooks, Message message, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        webhooks.stream()
                .filter(webhook -> webhook.wants(message.type()))
                .forEach(webhook -> em.persist(new Delivery(webhook, message, at)));
    }

    private Optional<UUID> publisher(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId)).map(Bundle::publisherId);
    }

    /** None of them is deleted or switched on or off until the deliveries are committed. */
    private List<Webhook> webhooks(UUID publisherId) {
        return em.createQuery(
                        "select w from Webhook w where w.publisherId = :publisher order by w.id",
                        Webhook.class)
                .setParameter("publisher", publisherId)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
    }

    private static Message of(Fact fact) {
        JsonObject data =
                Json.createObjectBuilder()
                        .add("orderId", fact.orderId().toString())
                        .add("bundleId", fact.bundleId().toString())
                        .add("tier", fact.tier())
                        .add(
                                "amount",
                                Json.createObjectBuilder()
                                        .add("amount", fact.amount().amount())
                                        .add("currency", fact.amount().currency()))
                        .build();
        return Message.of(fact.id(), fact.what(), fact.at(), data);
    }

    private static Message of(Publication publication) {
        JsonObjectBuilder data =
                Json.createObjectBuilder()
                        .add("bundleId", publication.bundleId().toString())
                        .add("slug", publication.slug())
                        .add("title", publication.title());
        Instant premiere = publication.premiere();
        if (premiere != null) {
            data.add("premiere", premiere.toString());
        }
        return Message.of(
                UUID.randomUUID(),
                EventType.BUNDLE_PUBLISHED.label(),
                publication.at(),
                data.build());
    }
}
