package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Meter;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Turns a failed job into a draft with a reason; a stopped one waits for the next start. */
@Dependent
@Named
public class OutcomeListener extends AbstractJobListener {
    @Inject
    @BatchProperty(name = "bundle")
    String bundle;

    @Inject JobContext job;
    @Inject SealingRows rows;
    @Inject Folders folders;
    @Inject Meter meter;

    @Override
    public void afterJob() {
        UUID bundleId = UUID.fromString(bundle);
        try {
            if (job.getBatchStatus() == BatchStatus.FAILED) {
                switch (job.getTransientUserData()) {
                    case Fault.Interrupted i -> {}
                    case Fault.Failed f -> fail(bundleId, f);
                    case null, default -> fail(bundleId, Fault.UNKNOWN);
                }
            }
        } finally {
            meter.end(bundleId);
        }
    }

    private void fail(UUID bundleId, Fault.Failed fault) {
        // What lies in the work folder is cleared again when sealing begins anew.
        rows.fail(bundleId, fault.sentence());
        folders.clearWork(bundleId);
    }
}
