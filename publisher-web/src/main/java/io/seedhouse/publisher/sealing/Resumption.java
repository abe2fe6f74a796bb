package io.seedhouse.publisher.sealing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * At start, goes on with every sealing that was running when the server died. Sealing needs both
 * neighbours, so they start first.
 */
@Singleton
@Startup
@DependsOn({"Schema", "paygate.war#IdentityVault", "webseed-tracker.war#TorrentRegistry"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Resumption {
    @Inject SealingRows rows;
    @Inject Executions executions;
    @Inject Folders folders;

    @Inject Closing closing;

    @PostConstruct
    void resume() {
        for (UUID bundleId : folders.staged()) {
            if (rows.isSealedOrGone(bundleId)) {
                folders.clearStaging(bundleId);
                folders.clearWork(bundleId);
            }
        }
        rows.sealing().forEach(executions::resume);
    }

    @PreDestroy
    void close() {
        closing.close();
    }
}
