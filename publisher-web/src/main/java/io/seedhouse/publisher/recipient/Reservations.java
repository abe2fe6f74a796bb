package io.seedhouse.publisher.recipient;

import io.seedhouse.packager.bundle.FileNames;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Removal;
import io.seedhouse.publisher.bundle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Issues recipients for files that are yet to come. */
@ApplicationScoped
@Transactional
public class Reservations {
    /** For one bundle; each asks the vault for an identity that is kept for ever. */
    static final long MOST = 5000;

    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Recipients recipients;

    /** The recipient of a file of a draft; the same one whenever it is asked for again. */
    Issue issue(UUID publisherId, UUID bundleId, SealedName name) {
        Optional<String> fault = FileNames.check(name.clear());
        if (fault.isPresent()) {
            return new Issue.BadName(fault.get());
        }
        Optional<Bundle> bundle = bundles.lock(publisherId, bundleId);
        if (bundle.isEmpty()) {
            return new Issue.NoSuchBundle();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Issue.NotADraft(bundle.get().status());
        }
        return clearFile(bundleId, name)
                .<Issue>map(f -> new Issue.NameTaken(f.name()))
                .orElseGet(() -> issue(bundleId, name));
    }

    private Issue issue(UUID bundleId, SealedName name) {
        Optional<UUID> known = fileId(bundleId, name);
        if (known.isEmpty() && count(bundleId) >= MOST) {
            return new Issue.TooMany(MOST);
        }
        UUID fileId = known.orElseGet(() -> reserve(bundleId, name));
        PaidFile file = new PaidFile(fileId, name.clear());
        return new Issue.Issued(name, recipients.forFile(bundleId, file));
    }

    /** The id for a file whose recipient was issued. */
    public Optional<UUID> fileId(UUID bundleId, SealedName name) {
        Reservation.Key key = Reservation.Key.of(bundleId, name);
        return Optional.ofNullable(em.find(Reservation.class, key)).map(Reservation::fileId);
    }

    private UUID reserve(UUID bundleId, SealedName name) {
        Reservation made = new Reservation(Reservation.Key.of(bundleId, name));
        em.persist(made);
        return made.fileId();
    }

    private Optional<BundleFile> clearFile(UUID bundleId, SealedName name) {
        String key = BundleFile.key(name.clear());
        return bundles.files(bundleId).stream()
                .filter(f -> f.access() != Access.SEALED && BundleFile.key(f.name()).equals(key))
                .findFirst();
    }

    private long count(UUID bundleId) {
        return em.createQuery(
                        "select count(r) from Reservation r where r.bundleId = :bundle", Long.class)
                .setParameter("bundle", bundleId)
                .getSingleResult();
    }

    /** Forgets what was kept of a draft that goes. */
    void forget(@Observes Removal removal) {
        em.createQuery("delete from Reservation r where r.bundleId = :bundle")
                .setParameter("bundle", removal.bundleId())
                .executeUpdate();
    }
}
