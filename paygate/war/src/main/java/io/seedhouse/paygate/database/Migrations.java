package io.seedhouse.paygate.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/** Migrates the schema before anything else of the paygate starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource source;

    @PostConstruct
    void migrate() {
        Schema.migrate(source);
    }
}
