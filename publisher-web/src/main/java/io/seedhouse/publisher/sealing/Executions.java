package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Bundle;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Properties;
import java.util.UUID;

/** The batch executions that seal bundles. Their only parameter is the bundle's id. */
@ApplicationScoped
class Executions {
    private static final Logger LOG = System.getLogger(Executions.class.getName());

    @Inject SealingRows rows;

    void start(UUID bundleId) {
        Properties parameters = new Properties();
        parameters.setProperty("bundle", bundleId.toString());
        try {
            rows.sealedBy(bundleId, operator().start("seal", parameters));
        } catch (BatchRuntimeException e) {
            LOG.log(Level.ERROR, "cannot start to seal " + bundleId, e);
            rows.fail(bundleId, Fault.UNKNOWN.sentence());
        }
    }

    /**
     * Goes on with a sealing that a killed server left behind: by restarting its execution, or,
     * where the repository no longer lets it, by a new one, which finds the finished files.
     */
    void resume(Bundle bundle) {
        Long execution = bundle.executionId();
        if (execution == null) {
            start(bundle.id());
            return;
        }
        Properties parameters = new Properties();
        parameters.setProperty("bundle", bundle.id().toString());
        // The repository believes the execution still runs: its server had no time to say goodbye.
        parameters.setProperty("jberet.restart.mode", "force");
        try {
            rows.sealedBy(bundle.id(), operator().restart(execution, parameters));
        } catch (BatchRuntimeException e) {
            LOG.log(Level.INFO, "execution {0} cannot be restarted: {1}", execution, e);
            start(bundle.id());
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
