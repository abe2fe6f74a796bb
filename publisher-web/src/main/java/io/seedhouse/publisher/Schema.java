package io.seedhouse.publisher;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings this module's tables up to date before anything else of it starts, and after its
 * neighbours have done so with theirs: H2 lets one at a time change tables.
 */
@Singleton
@Startup
@DependsOn({"paygate.war#Migrations", "webseed-tracker.war#TrackerStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {
    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource database;

    @PostConstruct
    void migrate() {
        migrate(database);
    }

    /** The schema is shared with the other modules, hence the baseline and the own history. */
    static void migrate(DataSource database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/publisher")
                .table("publisher_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
