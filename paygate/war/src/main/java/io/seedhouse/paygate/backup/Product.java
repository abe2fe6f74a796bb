package io.seedhouse.paygate.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** What the two databases do not have in common. */
enum Product {
    H2(6) { // its SNAPSHOT, which JDBC has no name for
        @Override
        void countFrom(Connection db, Tables.Table table, Column column, long next)
                throws SQLException {
            execute(
                    db,
                    "alter table %s alter column %s restart with %d"
                            .formatted(table.quoted(), Tables.quoted(column.name()), next));
        }
    },
    POSTGRESQL(Connection.TRANSACTION_REPEATABLE_READ) {
        @Override
        void countFrom(Connection db, Tables.Table table, Column column, long next)
                throws SQLException {
            var sql = "select setval(pg_get_serial_sequence(?, ?), ?, false)";
            try (var statement = db.prepareStatement(sql)) {
                statement.setString(1, table.quoted());
                statement.setString(2, column.name());
                statement.setLong(3, next);
                statement.execute();
            }
        }
    };

    private final int snapshot;

    Product(int snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @throws SQLException when it is neither
     */
    static Product of(Connection db) throws SQLException {
        var name = db.getMetaData().getDatabaseProductName();
        return switch (name) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new SQLException("no backup can be made of " + name);
        };
    }

    /** The isolation in which a transaction sees one moment, however long it reads. */
    int snapshot() {
        return snapshot;
    }

    /** Numbers new rows from here on; may end the transaction. */
    abstract void countFrom(Connection db, Tables.Table table, Column column, long next)
            throws SQLException;

    private static void execute(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
