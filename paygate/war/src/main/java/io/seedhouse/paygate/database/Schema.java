package io.seedhouse.paygate.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The paygate's tables, brought to the version of this build. */
final class Schema {
    private Schema() {}

    /** The schema is shared with other modules, so it is never empty and starts at version 0. */
    static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/paygate")
                .table("paygate_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
