package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.recipient.Reservations;
import io.seedhouse.publisher.recipient.SealedName;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of uploads. Whoever changes them holds the bundle's row, as sealing does. */
@ApplicationScoped
@Transactional
class UploadRows {
    static final long MOST_FILES = 5000;

    /** A file with the state of its bundle. */
    record Row(BundleFile file, Bundle bundle) {}

    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Reservations reservations;

    Create insert(UUID publisherId, UUID bundleId, String name, Access access, long length) {
        Optional<Bundle> bundle = bundles.lock(publisherId, bundleId);
        if (bundle.isEmpty()) {
            return new Create.NoSuchBundle();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Create.NotADraft(bundle.get().status());
        }
        Optional<BundleFile> sameName = byName(bundleId, name);
        if (sameName.isPresent()) {
            return again(sameName.get(), name, access, length);
        }
        if (access != Access.SEALED) {
            return add(new BundleFile(bundleId, name, access, length));
        }
        return reservations
                .fileId(bundleId, new SealedName(name))
                .map(id -> add(new BundleFile(id, bundleId, name, access, length)))
                .orElseGet(() -> new Create.NoRecipient(name));
    }

    private Create add(BundleFile file) {
        UUID bundleId = file.bundleId();
        if (bundles.files(bundleId).size() >= MOST_FILES) {
            return new Create.TooManyFiles(MOST_FILES);
        }
        em.persist(file);
        bundles.takePlace(file);
        bundles.inheritMark(file);
        return new Create.Created(file);
    }

    private Create again(BundleFile old, String name, Access access, long length) {
        boolean same = old.name().equals(name) && old.access() == access;
        if (same && old.problem() != null) {
            new DataFile(staging.data(old)).delete();
            old.startAgain(length);
            return new Create.Created(old);
        }
        return same && old.length() == length && staging.offset(old) < length
                ? new Create.Resumed(old)
                : new Create.NameTaken(old.name());
    }

    Optional<Row> find(UUID publisherId, UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .flatMap(f -> bundles.find(publisherId, f.bundleId()).map(b -> new Row(f, b)));
    }

    /** Removes the row of a draft's file. */
    Delete delete(UUID publisherId, UUID fileId) {
        Optional<BundleFile> file = Optional.ofNullable(em.find(BundleFile.class, fileId));
        Optional<Bundle> bundle = file.flatMap(f -> bundles.lock(publisherId, f.bundleId()));
        if (bundle.isEmpty()) {
            return new Delete.NoSuchUpload();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Delete.NotADraft(bundle.get().status());
        }
        em.remove(file.get());
        em.flush();
        return new Delete.Deleted();
    }

    /** Lets a draft's file be free or sold. */
    Share share(UUID publisherId, UUID fileId, Access access) {
        Optional<BundleFile> file = Optional.ofNullable(em.find(BundleFile.class, fileId));
        Optional<Bundle> bundle = file.flatMap(f -> bundles.lock(publisherId, f.bundleId()));
        if (bundle.isEmpty()) {
            return new Share.NoSuchUpload();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Share.NotADraft(bundle.get().status());
        }
        if (!file.get().isShareable()) {
            return new Share.Fixed();
        }
        file.get().share(access);
        return new Share.Shared(file.get());
    }

    /** Files of drafts with the publisher they belong to. */
    List<Row> ofDrafts() {
        return em.createQuery(
                        "select f, b from BundleFile f, Bundle b"
                                + " where f.bundleId = b.id and b.status = :draft",
                        Object[].class)
                .setParameter("draft", Status.DRAFT)
                .getResultStream()
                .map(r -> new Row((BundleFile) r[0], (Bundle) r[1]))
                .toList();
    }

    private Optional<BundleFile> byName(UUID bundleId, String name) {
        return em.createQuery(
                        "select f from BundleFile f where f.bundleId = :b and f.nameKey = :key",
                        BundleFile.class)
                .setParameter("b", bundleId)
                .setParameter("key", BundleFile.key(name))
                .getResultStream()
                .findFirst();
    }
}
