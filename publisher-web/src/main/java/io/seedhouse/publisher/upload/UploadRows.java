package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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

    Create insert(UUID publisherId, UUID bundleId, String name, Access access, long length) {
        Optional<Bundle> bundle = bundles.lock(publisherId, bundleId);
        if (bundle.isEmpty()) {
            return new Create.NoSuchBundle();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Create.NotADraft(bundle.get().status());
        }
        BundleFile file = new BundleFile(bundleId, name, key(name), access, length);
        Optional<BundleFile> sameName = byKey(bundleId, key(name));
        if (sameName.isPresent()) {
            return again(sameName.get(), file);
        }
        if (bundles.files(bundleId).size() >= MOST_FILES) {
            return new Create.TooManyFiles(MOST_FILES);
        }
        em.persist(file);
        bundles.takePlace(file);
        return new Create.Created(file);
    }

    private Create again(BundleFile old, BundleFile now) {
        boolean same =
                old.name().equals(now.name())
                        && old.access() == now.access()
                        && old.length() == now.length();
        return same && staging.offset(old) < old.length()
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
        return new Delete.Deleted();
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

    private Optional<BundleFile> byKey(UUID bundleId, String key) {
        return em.createQuery(
                        "select f from BundleFile f where f.bundleId = :b and f.nameKey = :key",
                        BundleFile.class)
                .setParameter("b", bundleId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Equal for names that differ only in case or in the form of their accents. */
    static String key(String name) {
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
