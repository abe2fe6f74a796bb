package io.seedhouse.publisher.sealing;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Format;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Unsellable;
import io.seedhouse.publisher.job.JobRows;
import io.seedhouse.publisher.bundle.VersionKeys;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What sealing writes to the database, each method one transaction. */
@ApplicationScoped
@Transactional
class SealingRows {
    /** Earlier torrents that a client is told of: one has to look for each. */
    private static final int MOST_EARLIER = 16;

    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Folders folders;
    @Inject Recipients recipients;
    @Inject Torrents torrents;
    @Inject JobRows jobs;

    /** Draft to sealing, unless something is missing. */
    Start begin(UUID publisherId, UUID bundleId, Format format) {
        Optional<Bundle> found = bundles.lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new Start.NoSuchBundle(bundleId);
        }
        Bundle bundle = found.get();
        if (bundle.status() != Status.DRAFT) {
            return new Start.NotADraft(bundle.status());
        }
        List<BundleFile> files = bundles.files(bundleId);
        if (files.isEmpty()) {
            return new Start.NoFiles();
        }
        Optional<String> refused =
                files.stream().map(BundleFile::problem).filter(Objects::nonNull).findFirst();
        if (refused.isPresent()) {
            return new Start.RefusedUpload(say(refused.get()));
        }
        Optional<BundleFile> unfinished =
                files.stream().filter(f -> staging.offset(f) != f.length()).findFirst();
        if (unfinished.isPresent()) {
            return new Start.UnfinishedUpload(unfinished.get().name());
        }
        Optional<BundleFile> unsound = files.stream().filter(f -> !f.isSound()).findFirst();
        if (unsound.isPresent()) {
            return new Start.StillChecked(unsound.get().name());
        }
        if (jobs.isBusy(bundleId)) {
            return new Start.StillCutting();
        }
        Optional<Unsellable> unsellable = bundles.unsellable(bundleId);
        if (unsellable.isPresent()) {
            return new Start.NotSellable(unsellable.get());
        }
        folders.clearWork(bundleId);
        if (staging.room() < resealed(files)) {
            return new Start.NoRoom();
        }
        bundle.startSealing(format);
        return new Start.Started();
    }

    /** Bytes that the files sealed anew will take; uploads were asked for their room before. */
    private static long resealed(List<BundleFile> files) {
        return files.stream()
                .filter(f -> f.access() == Access.RESEALED)
                .mapToLong(f -> AgeFormat.encryptedLength(f.length()))
                .sum();
    }

    /** Remembers the job at work; a job that is done already changes the row no more. */
    void sealedBy(UUID bundleId, long execution) {
        Bundle bundle = locked(bundleId);
        if (bundle.status() == Status.SEALING) {
            bundle.sealedBy(execution);
        }
    }

    List<Bundle> sealing() {
        return em.createQuery("select b from Bundle b where b.status = :status", Bundle.class)
                .setParameter("status", Status.SEALING)
                .getResultList();
    }

    /** Whether a bundle is past sealing or gone, so that nothing of it need stay clear. */
    boolean isSealedOrGone(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId))
                .map(b -> b.status().isSealed())
                .orElse(true);
    }

    private Bundle get(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId))
                .orElseThrow(() -> new IllegalStateException("no bundle " + bundleId));
    }

    /** What is to be done, with a recipient for each paid file. */
    Plan plan(UUID bundleId) {
        List<Plan.Item> items = bundles.files(bundleId).stream().map(this::item).toList();
        Bundle bundle = get(bundleId);
        return Plan.of(bundle, items, earlier(bundle));
    }

    private Plan.Earlier earlier(Bundle bundle) {
        if (bundle.versionKeys() != VersionKeys.KEPT) {
            return Plan.Earlier.NONE;
        }
        List<Bundle> before = bundles.earlier(bundle);
        List<UUID> ids = before.stream().map(Bundle::id).limit(MOST_EARLIER).toList();
        return new Plan.Earlier(ids, folders.pieceLength(before.getFirst().id()));
    }

    private Plan.Item item(BundleFile file) {
        if (file.sourceId() == null) {
            return new Plan.Item(file, staging.data(file), recipient(file), null);
        }
        BundleFile source = em.find(BundleFile.class, file.sourceId());
        Path sealed = folders.sealed(get(source.bundleId()), source);
        return new Plan.Item(file, sealed, "", source);
    }

    private String recipient(BundleFile file) {
        return file.access() == Access.PAID ? recipients.forFile(file.bundleId(), file.paid()) : "";
    }

    /** Sealing to sealed, and the tracker answers for the torrent: both or neither. */
    void finish(UUID bundleId, Metainfo made) {
        Bundle bundle = locked(bundleId);
        String v1 = made.infohashV1Hex().orElseThrow();
        String v2 = made.infohashV2Hex().orElse(null);
        torrents.admit(
                new Torrent(
                        bundleId,
                        new Infohash(v1),
                        v2 == null ? null : new Infohash(v2),
                        made.name()));
        torrents.lockUntil(bundleId, bundle.windows().preload());
        bundle.seal(v1, v2, made.magnet());
    }

    /** Back to draft, unless it got sealed after all. */
    void fail(UUID bundleId, String problem) {
        Bundle bundle = locked(bundleId);
        if (bundle.status() == Status.SEALING) {
            bundle.failSealing(problem);
        }
    }

    private Bundle locked(UUID bundleId) {
        return Optional.ofNullable(em.find(Bundle.class, bundleId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("no bundle " + bundleId));
    }
}
