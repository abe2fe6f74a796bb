package io.seedhouse.tracker.torrent;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TorrentRegistryOnPostgresqlTest extends TorrentRegistryContract {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    @Override
    DataSource database() throws Exception {
        DataSource database = postgres.getPostgresDatabase();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
            statement.execute("create table of_another_module (id integer)");
        }
        return database;
    }
}
