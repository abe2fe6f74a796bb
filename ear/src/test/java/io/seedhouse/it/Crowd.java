package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Many buyers of one film in three files. The first buys as people do; the others are copies of
 * what that left in the database, each with a token of their own.
 */
record Crowd(String bundle, List<byte[]> keyrings, List<byte[]> rows, DataSource database) {

    static Crowd buy(int buyers, Path home, DataSource database) throws Exception {
        Studio studio = Studio.open("premiere-minute");
        String bundle = studio.bundle("The minute");
        String[] names = {"film.mp4", "making-of.mp4", "subtitles.vtt"};
        for (String name : names) {
            studio.tus()
                    .upload(bundle, Films.make(home.resolve("clear/" + name), 100_000, 7), "paid");
        }
        String offer = studio.tier(bundle, "film", 900, "usd", names).string("offerId");
        studio.seal(bundle);
        studio.awaitSealed(bundle);
        studio.publish(bundle);
        Buyer first = Buyer.checkout(offer);
        first.pay("4242424242424242");
        first.awaitPaid();
        var keyring = first.keyring();
        assertEquals(200, keyring.status());

        var ids = new ArrayList<UUID>();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < buyers; i++) {
            ids.add(UUID.randomUUID());
            tokens.add(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("buyer" + i)));
        }
        try (Connection connection = database.getConnection()) {
            copy(connection, UUID.fromString(first.orderId()), ids, tokens);
            rival(connection, keyring.text());
        }
        var keyrings = new ArrayList<byte[]>();
        var rows = new ArrayList<byte[]>();
        for (int i = 0; i < buyers; i++) {
            keyrings.add(
                    HttpLoad.get(
                            "/paygate/v1/orders/" + ids.get(i) + "/keyring",
                            "Authorization: Bearer " + tokens.get(i)));
            rows.add(
                    HttpLoad.get(
                            "/rival/rows/" + ids.get(i), "Authorization: Bearer " + tokens.get(i)));
        }
        return new Crowd(bundle, keyrings, rows, database);
    }

    private static void copy(Connection database, UUID order, List<UUID> ids, List<String> tokens)
            throws SQLException, GeneralSecurityException, IOException {
        execute(database, "create table buyers (n int primary key, id uuid, hash bytea)");
        try (var insert = database.prepareStatement("insert into buyers values (?, ?, ?)")) {
            for (int i = 0; i < ids.size(); i++) {
                insert.setInt(1, i);
                insert.setObject(2, ids.get(i));
                insert.setBytes(3, sha256(tokens.get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        copy(database, "paygate_order", "o.id = '%s'".formatted(order));
        copy(database, "paygate_entitlement", "o.order_id = '%s'".formatted(order));
        execute(
                database,
                "insert into paygate_order_token (hash, order_id, created)"
                        + " select hash, id, now() from buyers");
    }

    /** Copies rows of an order for every buyer, all columns but those that are theirs alone. */
    private static void copy(Connection database, String table, String which) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var rows = database.getMetaData().getColumns(null, "public", table, null)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                columns.add(column);
                values.add(
                        switch (column) {
                            case "id", "order_id" -> "b.id";
                            case "email", "email_key" -> "'fan' || b.n || '@audience.example'";
                            case "stripe_session_id", "payment_id", "idempotency_key" -> "null";
                            default -> "o." + column;
                        });
            }
        }
        execute(
                database,
                "insert into %s (%s) select %s from %s o, buyers b where %s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                String.join(", ", values),
                                table,
                                which));
    }

    /** As many rows as there are orders, each as long as a keyring. */
    private static void rival(Connection database, String text) throws SQLException {
        execute(database, "create table rival (id uuid primary key, text text not null)");
        execute(
                database,
                "create table rival_trace (id uuid primary key, rival uuid not null,"
                        + " at timestamp with time zone not null)");
        execute(database, "create index rival_trace_rival on rival_trace (rival)");
        try (var insert = database.prepareStatement("insert into rival select id, ? from buyers")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
        execute(database, "analyze");
    }

    /** The film opened an hour ago, and everybody knows. */
    void openNow() throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(
                    connection,
                    "update paygate_release set premiere_begun = true,"
                            + " premiere = now() - interval '1 hour',"
                            + " told_premiere = now() - interval '1 hour'");
        }
    }

    /** The film opens at this moment; nobody was told that it has. */
    void premiereAt(Instant moment) throws SQLException {
        try (Connection connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                "update paygate_release set premiere_begun = false, premiere = ?,"
                                        + " told_premiere = ?")) {
            update.setTimestamp(1, Timestamp.from(moment));
            update.setTimestamp(2, Timestamp.from(moment));
            update.executeUpdate();
        }
    }

    /** How many were told that it has begun. */
    long told() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from paygate_notice where kind = 'PREMIERE'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
