package io.seedhouse.paygate.backup;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables of a database, read from the database itself.
 *
 * @param data parents before their children
 * @param histories which versions the modules' tables have, by the table that says so
 */
record Tables(List<Table> data, Map<String, String> histories) {
    private static final String HISTORY = "_schema_history";

    /** A table. */
    record Table(String name, List<Column> columns) {
        String quoted() {
            return Tables.quoted(name);
        }

        String select() {
            return "select %s from %s".formatted(names(), quoted());
        }

        String insert() {
            var marks = columns.stream().map(_ -> "?").collect(joining(", "));
            return "insert into %s (%s) values (%s)".formatted(quoted(), names(), marks);
        }

        Optional<Column> counting() {
            return columns.stream().filter(Column::counts).findFirst();
        }

        private String names() {
            return columns.stream()
                    .map(column -> Tables.quoted(column.name()))
                    .collect(joining(", "));
        }
    }

    static Tables of(Connection db) throws SQLException {
        var names = names(db);
        var sorted = new LinkedHashSet<String>();
        for (var name : names) {
            addAfterItsParents(db, name, sorted);
        }
        var data = new ArrayList<Table>();
        var histories = new LinkedHashMap<String, String>();
        for (var name : sorted) {
            if (name.endsWith(HISTORY)) {
                histories.put(name, version(db, name));
            } else {
                data.add(new Table(name, columns(db, name)));
            }
        }
        return new Tables(List.copyOf(data), Map.copyOf(histories));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Set<String> names(Connection db) throws SQLException {
        var names = new TreeSet<String>();
        try (ResultSet tables =
                db.getMetaData()
                        .getTables(
                                db.getCatalog(),
                                db.getSchema(),
                                "%",
                                new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void addAfterItsParents(Connection db, String name, Set<String> sorted)
            throws SQLException {
        var parents = new TreeSet<String>();
        try (ResultSet keys =
                db.getMetaData().getImportedKeys(db.getCatalog(), db.getSchema(), name)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(name);
        for (var parent : parents) {
            addAfterItsParents(db, parent, sorted);
        }
        sorted.add(name);
    }

    private static List<Column> columns(Connection db, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (ResultSet found =
                db.getMetaData()
                        .getColumns(db.getCatalog(), db.getSchema(), escaped(db, table), "%")) {
            while (found.next()) {
                columns.add(
                        new Column(
                                found.getString("COLUMN_NAME"),
                                found.getInt("DATA_TYPE"),
                                found.getString("TYPE_NAME"),
                                "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        return List.copyOf(columns);
    }

    /** An underscore stands for any character in a pattern. */
    private static String escaped(Connection db, String name) throws SQLException {
        var escape = db.getMetaData().getSearchStringEscape();
        return name.replace(escape, escape + escape)
                .replace("_", escape + "_")
                .replace("%", escape + "%");
    }

    private static String version(Connection db, String history) throws SQLException {
        try (var statement = db.createStatement();
                ResultSet last =
                        statement.executeQuery(
                                "select \"version\" from %s where \"version\" is not null order by \"installed_rank\" desc"
                                        .formatted(quoted(history)))) {
            return last.next() ? last.getString(1) : "none";
        }
    }
}
