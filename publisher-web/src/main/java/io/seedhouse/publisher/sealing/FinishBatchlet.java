package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.publisher.bundle.Meter;
import io.seedhouse.publisher.bundle.Phase;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/**
 * Makes the torrent, moves the content in place and admits it. Each step finds out whether an
 * earlier run did it; the clear uploads go last, when nothing can need them any more.
 */
@Dependent
@Named
public class FinishBatchlet extends AbstractBatchlet {
    @Inject
    @BatchProperty(name = "bundle")
    String bundle;

    @Inject JobContext job;
    @Inject SealingRows rows;
    @Inject Folders folders;
    @Inject TorrentMaker maker;
    @Inject Meter meter;

    @Override
    public String process() throws Exception {
        UUID bundleId = UUID.fromString(bundle);
        try {
            Plan plan = rows.plan(bundleId);
            Metainfo torrent = inPlace(plan);
            meter.reached(bundleId, Phase.ADMITTING);
            rows.finish(bundleId, torrent);
        } catch (Exception e) {
            job.setTransientUserData(Fault.of(e, "the finished bundle"));
            throw e;
        }
        folders.clearStaging(bundleId);
        folders.clearWork(bundleId);
        return "sealed";
    }

    private Metainfo inPlace(Plan plan) throws Exception {
        if (folders.isInPlace(plan.bundleId(), plan.name())) {
            return Metainfo.read(folders.torrent(plan.bundleId()));
        }
        Metainfo torrent = maker.make(plan);
        meter.reached(plan.bundleId(), Phase.SEEDING);
        folders.moveInPlace(plan.bundleId(), plan.name());
        return torrent;
    }
}
