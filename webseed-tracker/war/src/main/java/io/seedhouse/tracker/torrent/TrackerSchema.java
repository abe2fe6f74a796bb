package io.seedhouse.tracker.torrent;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this module, brought up to date. */
final class TrackerSchema {
    private TrackerSchema() {}

    /** Other modules keep tables in the same schema, hence the history table and baseline. */
    static void migrate(DataSource database) {
        Flyway.configure(TrackerSchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/tracker")
                .table("tracker_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
