package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.door.AddressPrefix;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of keyrings that left, inside the caller's transaction: evidence in a dispute. */
public final class KeyReleases {
    private KeyReleases() {}

    /**
     * One keyring that left.
     *
     * @param time when, by the server's clock; the key left after it was on record
     * @param client the network it went to; empty in records from before networks were kept
     */
    public record Released(Instant time, Optional<AddressPrefix> client) {}

    /** Oldest first. */
    public static List<Released> ofOrder(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select r from KeyRelease r where r.orderId = :order"
                                + " order by r.released, r.id",
                        KeyRelease.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(release -> new Released(release.released(), release.client()))
                .toList();
    }
}
