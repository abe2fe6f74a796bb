package io.seedhouse.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Accounts and tokens that were there before tokens had scopes. */
class OldAccountsTest {
    private static final String BEFORE = "11";
    private static final String ID = "'5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11'";

    @Test
    void keepTheirTokensOnH2() throws SQLException {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:old;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        keepTheirTokens(source);
    }

    @Test
    void keepTheirTokensOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            keepTheirTokens(postgres.getPostgresDatabase());
        }
    }

    private static void keepTheirTokens(DataSource source) throws SQLException {
        Flyway.configure(OldAccountsTest.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/publisher")
                .table("publisher_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(BEFORE)
                .load()
                .migrate();
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "insert into publisher_account (id, email, name, password, created) values ("
                            + ID
                            + ", 'ann@studio.example', 'Ann', 'hash', current_timestamp)");
            for (String token : new String[] {"one", "two"}) {
                sql.execute(
                        "insert into publisher_token (hash, publisher_id, created) values ('"
                                + Secret.hash(token)
                                + "', "
                                + ID
                                + ", current_timestamp)");
            }
            Schema.migrate(source);
            var rows = sql.executeQuery("select id, scopes, expires from publisher_token");
            int count = 0;
            while (rows.next()) {
                assertNotNull(rows.getObject("id"));
                assertEquals("read upload publish sales", rows.getString("scopes"));
                assertEquals(null, rows.getObject("expires"));
                count++;
            }
            assertEquals(2, count);
            var account = sql.executeQuery("select confirmed, closed from publisher_account");
            assertTrue(account.next());
            assertEquals(null, account.getObject("closed"));
        }
    }
}
