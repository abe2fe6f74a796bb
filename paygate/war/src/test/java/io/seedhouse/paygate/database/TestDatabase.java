package io.seedhouse.paygate.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A real database with the real migrations and the real entities, outside a server. */
public final class TestDatabase implements Database {
    /** Children before their parents. */
    private static final List<String> TABLES =
            List.of(
                    "paygate_offer_file",
                    "paygate_offer",
                    "paygate_release_file",
                    "paygate_release",
                    "paygate_identity",
                    "paygate_key_release",
                    "paygate_entitlement",
                    "paygate_order_file",
                    "paygate_order",
                    "paygate_stripe_event",
                    "paygate_sandbox_setting",
                    "paygate_sandbox_call",
                    "paygate_sandbox_event",
                    "paygate_sandbox_warning",
                    "paygate_sandbox_dispute",
                    "paygate_sandbox_refund",
                    "paygate_sandbox_payment",
                    "paygate_sandbox_session");

    private static @Nullable TestDatabase h2;
    private static @Nullable TestDatabase postgres;

    private final EntityManagerFactory factory;

    private TestDatabase(DataSource source) {
        Schema.migrate(source);
        factory =
                Persistence.createEntityManagerFactory(
                        "paygate",
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
                    "jdbc:h2:mem:paygate;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
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
        inTransaction(db ->
                TABLES.stream()
                        .mapToInt(table ->
                                db.createNativeQuery("delete from " + table).executeUpdate())
                        .sum());
        return this;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
        try (var db = factory.createEntityManager()) {
            var transaction = db.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(db);
                db.flush();
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
