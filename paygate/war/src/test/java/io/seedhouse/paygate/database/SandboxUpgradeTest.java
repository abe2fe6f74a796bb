package io.seedhouse.paygate.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What an older sandbox had sold is still sold, and what it had on offer is still there. */
class SandboxUpgradeTest {
    private static final String OLD =
            "insert into paygate_sandbox_session (id, product, amount, currency, order_id,"
                    + " success_url, status, created, expires, idempotency_key, request_hash)"
                    + " values ('cs_test_%s', 'Film', 500, 'usd', 'o-%s', 'https://f.example',"
                    + " '%s', now(), now(), '%s', 'hash')";

    private static void migrate(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/paygate")
                .target(target)
                .load()
                .migrate();
    }

    private static void upgrade(DataSource source) throws SQLException {
        migrate(source, "5");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(OLD.formatted("1", "1", "open", "a"));
            statement.execute(OLD.formatted("2", "2", "complete", "b"));
        }
        migrate(source, "9");
    }

    private static List<String> rows(DataSource source, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void check(DataSource source) throws SQLException {
        assertEquals(
                List.of("{\"order_id\":\"o-1\"}", "{\"order_id\":\"o-2\"}"),
                rows(source, "select metadata from paygate_sandbox_session order by id"));
        assertEquals(
                List.of("pi_2 cs_test_2 succeeded 500"),
                rows(
                        source,
                        "select p.id || ' ' || s.id || ' ' || p.status || ' ' || p.captured"
                                + " from paygate_sandbox_payment p"
                                + " join paygate_sandbox_session s on s.payment_id = p.id"
                                + " and p.session_id = s.id"));
    }

    @Test
    void keepsPaymentsOnH2() throws Exception {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:upgrade;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        upgrade(source);
        check(source);
    }

    @Test
    void keepsPaymentsOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            upgrade(postgres.getPostgresDatabase());
            check(postgres.getPostgresDatabase());
        }
    }
}
