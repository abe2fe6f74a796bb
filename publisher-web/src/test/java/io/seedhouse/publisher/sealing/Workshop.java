package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.bundle.Meter;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.TorrentsInMemory;
import io.seedhouse.publisher.job.TestJobs;
import io.seedhouse.publisher.recipient.RecipientsInMemory;
import io.seedhouse.tracker.api.Torrent;

import jakarta.persistence.EntityManager;

import java.util.List;
import java.util.UUID;

/** The beans of sealing, put together by hand, with stand-ins for the two neighbours. */
final class Workshop {
    final Home home;
    final Meter meter = new Meter();
    final Folders folders = new Folders();
    final SealedFiles sealedFiles = new SealedFiles();
    final TorrentMaker maker = new TorrentMaker();

    final RecipientsInMemory recipients = new RecipientsInMemory();

    final OffersInMemory offers = new OffersInMemory();
    final TorrentsInMemory torrents = new TorrentsInMemory();
    final List<Torrent> admitted = torrents.admitted;

    Workshop(Home home) {
        this.home = home;
        folders.home = home;
        sealedFiles.folders = folders;
        sealedFiles.meter = meter;
        sealedFiles.recipients = recipients;
        sealedFiles.closing = new Closing();
        maker.folders = folders;
        maker.sealedFiles = sealedFiles;
        maker.meter = meter;
        maker.site = TestHome.site();
    }

    SealingRows rows(EntityManager em) {
        SealingRows rows = new SealingRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em, offers, meter);
        rows.staging = TestBundles.staging(home);
        rows.folders = folders;
        rows.recipients = recipients;
        rows.torrents = torrents;
        rows.jobs = TestJobs.rows(em);
        return rows;
    }

    PlanReader reader(EntityManager em, UUID bundleId) {
        PlanReader reader = new PlanReader();
        reader.bundle = bundleId.toString();
        reader.rows = rows(em);
        reader.sealedFiles = sealedFiles;
        reader.meter = meter;
        return reader;
    }

    FinishBatchlet finish(EntityManager em, UUID bundleId) {
        FinishBatchlet finish = new FinishBatchlet();
        finish.meter = meter;
        finish.bundle = bundleId.toString();
        finish.rows = rows(em);
        finish.folders = folders;
        finish.maker = maker;
        return finish;
    }
}
