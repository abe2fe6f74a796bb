package io.seedhouse.paygate.backup;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table as JSON: an array of arrays, the first of which names the columns. */
record TableRows(Tables.Table table) {
    private static final int BATCH = 500;

    static String entry(String table) {
        return "tables/" + table + ".json";
    }

    /**
     * @return how many rows
     */
    long write(Connection db, OutputStream out) throws SQLException {
        try (var json = Json.createGenerator(out);
                var statement = db.createStatement()) {
            statement.setFetchSize(BATCH);
            json.writeStartArray().writeStartArray();
            table.columns().forEach(column -> json.write(column.name()));
            json.writeEnd();
            long count = 0;
            try (ResultSet rows = statement.executeQuery(table.select())) {
                for (; rows.next(); count++) {
                    writeRow(rows, json);
                }
            }
            json.writeEnd();
            return count;
        }
    }

    private void writeRow(ResultSet row, JsonGenerator json) throws SQLException {
        json.writeStartArray();
        int at = 1;
        for (var column : table.columns()) {
            var text = column.read(row, at++);
            if (text == null) {
                json.writeNull();
            } else {
                json.write(text);
            }
        }
        json.writeEnd();
    }

    /** The highest number that the rows hold in this column; 0 where there are none. */
    long highest(Column column, InputStream in) throws BackupFailed {
        int at = table.columns().indexOf(column);
        long highest = 0;
        try (var json = open(in)) {
            for (var row = next(json); row != null; row = next(json)) {
                var number = row.get(at);
                highest = Math.max(highest, number == null ? 0 : Long.parseLong(number));
            }
        }
        return highest;
    }

    /** Adds the rows to the table. */
    void load(Connection db, InputStream in) throws SQLException, BackupFailed {
        try (var json = open(in);
                var insert = db.prepareStatement(table.insert())) {
            int waiting = 0;
            for (var row = next(json); row != null; row = next(json)) {
                add(insert, row);
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void add(PreparedStatement insert, List<@Nullable String> row) throws SQLException {
        int at = 0;
        for (var column : table.columns()) {
            var text = row.get(at++);
            column.write(insert, at, text);
        }
        insert.addBatch();
    }

    /** Past the names of the columns. */
    private JsonParser open(InputStream in) throws BackupFailed {
        var json = Json.createParser(in);
        json.next();
        var names = next(json);
        if (!table.columns().stream().map(Column::name).toList().equals(names)) {
            throw new BackupFailed(
                    "The backup's table %s has other columns than this database's: restore it with the version of Seedhouse that made it."
                            .formatted(table.name()));
        }
        return json;
    }

    private static @Nullable List<@Nullable String> next(JsonParser json) {
        if (json.next() == Event.END_ARRAY) {
            return null;
        }
        var row = new ArrayList<@Nullable String>();
        for (var event = json.next(); event != Event.END_ARRAY; event = json.next()) {
            row.add(event == Event.VALUE_NULL ? null : json.getString());
        }
        return row;
    }
}
