package io.seedhouse.publisher.swarm;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** Looks that were made before. */
public final class TestSwarms {
    private TestSwarms() {}

    public static SwarmBook book(EntityManager em) {
        return TransactedBook.over(em);
    }

    /** Notes a look. */
    public static void looked(
            EntityManager em, UUID bundle, Instant at, long seeders, Carried carried) {
        new SwarmRows(em)
                .add(
                        new Stretch(
                                bundle,
                                Span.LOOK,
                                Span.LOOK.began(at),
                                1,
                                seeders,
                                0,
                                carried.completed(),
                                carried.sent(),
                                carried.needed()));
    }
}
