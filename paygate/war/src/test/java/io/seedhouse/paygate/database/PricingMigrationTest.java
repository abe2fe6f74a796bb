package io.seedhouse.paygate.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Prices that were set before a tier could have several. */
class PricingMigrationTest {

    @Test
    void keepsThePriceOfAnOfferOnH2() throws SQLException {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:pricing;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
        keepsThePrice(source);
    }

    @Test
    void keepsThePriceOfAnOfferOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            keepsThePrice(postgres.getPostgresDatabase());
        }
    }

    private static void keepsThePrice(DataSource source) throws SQLException {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/paygate")
                .table("paygate_schema_history")
                .target("5")
                .load()
                .migrate();
        var id = UUID.randomUUID();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into paygate_offer (id, bundle_id, tier, amount, currency)"
                            + " values ('%s', '%s', 'Film', 500, 'eur')".formatted(id, id));
        }
        Schema.migrate(source);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select o.model, o.tips, o.removed, p.position, p.amount, p.currency"
                                        + " from paygate_offer o"
                                        + " join paygate_offer_price p on p.offer_id = o.id")) {
            row.next();
            assertEquals("FIXED", row.getString(1));
            assertEquals(false, row.getBoolean(2) || row.getBoolean(3));
            assertEquals(0, row.getInt(4));
            assertEquals(500, row.getLong(5));
            assertEquals("eur", row.getString(6));
        }
    }
}
