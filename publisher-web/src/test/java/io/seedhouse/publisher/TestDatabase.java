package io.seedhouse.publisher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

/** A real database with the real migrations and the real entities, outside a server. */
public final class TestDatabase {
    /** Children before their parents. */
    private static final List<String> TABLES =
            List.of(
                    "publisher_visit",
                    "publisher_swarm",
                    "publisher_webhook_delivery",
                    "publisher_webhook",
                    "publisher_code_call",
                    "publisher_library_link",
                    "publisher_library_session",
                    "publisher_job",
                    "publisher_film",
                    "publisher_file",
                    "publisher_reservation",
                    "publisher_bundle",
                    "publisher_token",
                    "publisher_session",
                    "publisher_account_link",
                    "publisher_account_notice",
                    "publisher_account");

    private static @Nullable TestDatabase h2;
    private static @Nullable TestDatabase postgres;

    private final EntityManagerFactory factory;

    private TestDatabase(DataSource source) {
        Schema.migrate(source);
        factory =
                Persistence.createEntityManagerFactory(
                        "publisher",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource",
                                source));
    }

    /** An empty H2, started once. */
    public static synchronized TestDatabase h2() {
        if (h2 == null) {
            var source = new JdbcDataSource();
            source.setURL(
                    "jdbc:h2:mem:publisher;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
            h2 = new TestDatabase(source);
        }
        return h2.emptied();
    }

    /** An empty PostgreSQL, started once. */
    public static synchronized TestDatabase postgres() {
        if (postgres == null) {
            try {
                postgres = new TestDatabase(EmbeddedPostgres.start().getPostgresDatabase());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres.emptied();
    }

    private TestDatabase emptied() {
        return inTransaction(em -> {
            TABLES.forEach(t -> em.createNativeQuery("delete from " + t).executeUpdate());
            return this;
        });
    }

    /** The id of a new account. */
    public UUID publisher() {
        UUID id = UUID.randomUUID();
        return inTransaction(em -> {
            em.createNativeQuery(
                            "insert into publisher_account (id, email, name, password,"
                                    + " created) values (?1, ?2, 'Ann', 'none',"
                                    + " current_timestamp)")
                    .setParameter(1, id)
                    .setParameter(2, id + "@example.org")
                    .executeUpdate();
            return id;
        });
    }

    /** What a request does: its own view of the database, committed at the end. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (var em = factory.createEntityManager()) {
            var transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }
}
