package io.seedhouse.publisher.sealing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;

/** At start, goes on with every sealing that was running when the server died. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class Resumption {
    @Inject SealingRows rows;
    @Inject Executions executions;
    @Inject Folders folders;

    @PostConstruct
    void resume() {
        for (UUID bundleId : folders.staged()) {
            if (rows.isSealed(bundleId)) {
                folders.clearStaging(bundleId);
                folders.clearWork(bundleId);
            }
        }
        rows.sealing().forEach(executions::resume);
    }
}
