package io.seedhouse.publisher.recipient;

import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The beans of this package, put together by hand. */
public final class TestRecipients {
    private TestRecipients() {}

    public static Reservations reservations(EntityManager em, Recipients recipients) {
        Reservations reservations = new Reservations();
        reservations.em = em;
        reservations.bundles = TestBundles.over(em);
        reservations.recipients = recipients;
        return reservations;
    }

    public static Examinations examinations(
            EntityManager em, Staging staging, Recipients recipients) {
        Examinations examinations = new Examinations();
        examinations.em = em;
        examinations.bundles = TestBundles.over(em);
        examinations.staging = staging;
        examinations.recipients = recipients;
        return examinations;
    }

    /** Asks for a recipient, and tells the id that the file will have. */
    public static UUID reserve(
            Reservations reservations, UUID publisherId, UUID bundleId, SealedName name) {
        reservations.issue(publisherId, bundleId, name);
        return reservations.fileId(bundleId, name).orElseThrow();
    }
}
