package io.seedhouse.tracker.torrent;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import javax.sql.DataSource;

/**
 * Before anything else: tables up to date, admitted and retired torrents in memory. It waits until
 * paygate's tables are up to date: H2 lets one module at a time change tables.
 */
@Singleton
@Startup
@DependsOn("paygate.war#Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class TrackerStartup {
    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource database;

    @PersistenceContext EntityManager rows;

    @Inject AdmittedTorrents admitted;

    /**
     * The one index of this server. Of a pseudo-scope, so that whoever injects it gets the index
     * and no client proxy, which would look its bean up at every announce.
     */
    @Produces
    @jakarta.inject.Singleton
    static AdmittedTorrents index() {
        return new AdmittedTorrents();
    }

    @PostConstruct
    void start() {
        TrackerSchema.migrate(database);
        load();
    }

    void load() {
        rows.createQuery("select t from TorrentRow t order by t.completed desc", TorrentRow.class)
                .getResultStream()
                .forEach(this::load);
    }

    private void load(TorrentRow row) {
        admitted.lock(row.torrent().bundleId(), row.lockedUntil());
        String reason = row.retiredReason();
        if (reason == null) {
            admitted.put(row.torrent(), row.completed());
        } else {
            admitted.retire(row.torrent(), reason);
        }
    }
}
