package io.seedhouse.publisher.swarm;

import io.seedhouse.publisher.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has the transactions that the server would open for each call. */
final class TransactedBook extends SwarmBook {
    private final TestDatabase database;

    TransactedBook(TestDatabase database) {
        this.database = database;
    }

    static SwarmBook over(EntityManager em) {
        SwarmBook book = new SwarmBook();
        book.em = em;
        return book;
    }

    @Override
    public List<UUID> served() {
        return database.inTransaction(em -> over(em).served());
    }

    @Override
    void note(List<Stretch> looks) {
        database.inTransaction(em -> {
            SwarmBook book = over(em);
            book.note(looks);
            return book;
        });
    }

    @Override
    void thin(Instant now) {
        database.inTransaction(em -> {
            SwarmBook book = over(em);
            book.thin(now);
            return book;
        });
    }
}
