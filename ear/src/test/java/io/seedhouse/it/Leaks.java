package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for secrets wherever they must not be: answers, logs, and the whole database. */
final class Leaks {

    private static final String IDENTITY_PREFIX = "AGE-SECRET-KEY-1";

    private Leaks() {}

    /** Fails when any of these, or any identity at all, stands in clear anywhere. */
    static void assertNone(List<String> secrets) throws IOException, SQLException {
        var all = new ArrayList<>(secrets);
        all.add(IDENTITY_PREFIX);
        for (String answer : Http.transcript()) {
            assertClean("an answer", answer, all);
        }
        for (Path log : files(PlatformUnderTest.home().resolve("logs"))) {
            assertClean(log.toString(), Files.readString(log, StandardCharsets.ISO_8859_1), all);
        }
        assertClean("the database", dump(), all);
    }

    private static void assertClean(String where, String text, List<String> secrets) {
        for (String secret : secrets) {
            boolean found = text.contains(secret) || text.contains(hex(secret));
            assertFalse(
                    found,
                    () -> "a secret stands in " + where + ": " + secret.substring(0, 6) + "...");
        }
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Every row of every table as text; bytes in hexadecimal. */
    private static String dump() throws SQLException {
        var text = new StringBuilder();
        try (Connection database = PlatformUnderTest.database()) {
            for (String table : tables(database)) {
                dump(database, table, text);
            }
        }
        assertTrue(text.length() > 1000, "the dump holds the platform's rows");
        return text.toString();
    }

    private static List<String> tables(Connection database) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet found =
                database.getMetaData()
                        .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        assertTrue(names.size() > 5, "tables: " + names);
        return names;
    }

    private static void dump(Connection database, String table, StringBuilder into)
            throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet rows = select.executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                into.append(table);
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    into.append('|').append(cell(rows, i));
                }
                into.append('\n');
            }
        }
    }

    private static String cell(ResultSet rows, int column) throws SQLException {
        return switch (rows.getObject(column)) {
            case byte[] bytes ->
                    new String(bytes, StandardCharsets.ISO_8859_1)
                            + HexFormat.of().formatHex(bytes);
            case null -> "";
            default -> String.valueOf(rows.getString(column));
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
