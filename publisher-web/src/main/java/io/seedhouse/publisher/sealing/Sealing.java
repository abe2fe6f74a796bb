package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.recipient.Examinations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals bundles in the background. Call it outside a transaction. */
@ApplicationScoped
public class Sealing {
    @Inject SealingRows rows;
    @Inject Executions executions;
    @Inject Bundles bundles;
    @Inject Examinations examinations;

    /** Begins to seal a draft; it goes on over a restart of the server too. */
    public Start start(UUID publisherId, UUID bundleId, Format format) {
        examinations.examineAll(publisherId, bundleId);
        Start answer = rows.begin(publisherId, bundleId, format);
        if (answer instanceof Start.Started) {
            executions.start(bundleId);
        }
        return answer;
    }

    /** How far the sealing of a bundle is; nothing done for a draft, all for a sealed one. */
    public Progress progress(Bundle bundle) {
        return bundles.progress(bundle);
    }
}
