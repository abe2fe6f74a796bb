package io.seedhouse.paygate.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** A real database with the real migrations and the real entities, outside a server. */
public final class TestDatabase implements Database {
    /** Every table of ours but the history of migrations. */
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_name like 'paygate_%'"
                    + " and table_name <> 'paygate_schema_history'";

    private static @Nullable TestDatabase h2;
    private static @Nullable TestDatabase postgres;
    private static @Nullable EmbeddedPostgres server;

    private static final AtomicLong OTHERS = new AtomicLong();

    private final AtomicLong statements = new AtomicLong();
    private final EntityManagerFactory factory;
    private final DataSource source;

    private TestDatabase(DataSource source) {
        this.source = source;
        Schema.migrate(source);
        factory =
                Persistence.createEntityManagerFactory(
                        "paygate",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource",
                                source,
                                "hibernate.session_factory.statement_inspector",
                                (StatementInspector) this::count));
    }

    /** An empty H2, started once. */
    public static synchronized TestDatabase h2() {
        if (h2 == null) {
            h2 = new TestDatabase(inMemory("paygate"));
        }
        return h2.emptied("set referential_integrity false", "set referential_integrity true");
    }

    /** An empty PostgreSQL, started once. */
    public static synchronized TestDatabase postgres() {
        if (postgres == null) {
            try {
                server = EmbeddedPostgres.start();
                postgres = new TestDatabase(server.getPostgresDatabase());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres.emptied(
                "set session_replication_role = replica", "set session_replication_role = origin");
    }

    /** Another one like this, new and empty, as another installation would have it. */
    public TestDatabase another() {
        var name = "other" + OTHERS.incrementAndGet();
        return new TestDatabase(
                this == h2 || server == null ? inMemory(name) : inServer(server, name));
    }

    /** An empty one of the other product. */
    public TestDatabase ofTheOtherKind() {
        return this == h2 ? postgres() : h2();
    }

    private static DataSource inMemory(String name) {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
                        .formatted(name));
        return source;
    }

    private static DataSource inServer(EmbeddedPostgres server, String name) {
        try (var db = server.getPostgresDatabase().getConnection();
                var statement = db.createStatement()) {
            statement.execute("create database " + name);
            return server.getDatabase("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what speaks SQL. */
    public DataSource source() {
        return source;
    }

    /** How many SQL statements were sent so far. */
    public long statements() {
        return statements.get();
    }

    private String count(String sql) {
        statements.incrementAndGet();
        return sql;
    }

    /** In any order, because references are not looked at meanwhile. */
    private TestDatabase emptied(String careless, String careful) {
        return inTransaction(db -> {
            db.createNativeQuery(careless).executeUpdate();
            for (var table : db.createNativeQuery(TABLES, String.class).getResultList()) {
                db.createNativeQuery("delete from " + table).executeUpdate();
            }
            db.createNativeQuery(careful).executeUpdate();
            return this;
        });
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
