package io.seedhouse.publisher.bundle;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Publishes sealed bundles when their teaser comes. What is due stands in the database, so a server
 * that was down at the moment makes up for it, and another may have been quicker.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Teasers {
    private static final System.Logger LOG = System.getLogger(Teasers.class.getName());

    @Inject Bundles bundles;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void look() {
        bundles.teasersDue().forEach(this::publish);
    }

    private void publish(UUID bundleId) {
        try {
            if (bundles.publishDue(bundleId)) {
                LOG.log(Level.INFO, "Bundle {0} was published at its teaser.", bundleId);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Bundle " + bundleId + " could not be published.", e);
        }
    }
}
