package io.seedhouse.publisher.upload;

import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.recipient.RecipientsInMemory;
import io.seedhouse.publisher.recipient.TestRecipients;

import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestUploads {
    private TestUploads() {}

    /** Uploads of at most a gibibyte each. */
    public static Uploads over(EntityManager em, Staging staging) {
        return over(em, staging, new OffersInMemory(), new RecipientsInMemory());
    }

    /** The same beside these offers and recipients. */
    static Uploads over(
            EntityManager em, Staging staging, OffersInMemory offers, Recipients recipients) {
        UploadRows rows = new UploadRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em, offers);
        rows.staging = staging;
        rows.reservations = TestRecipients.reservations(em, recipients);
        Uploads uploads = new Uploads();
        uploads.rows = rows;
        uploads.staging = staging;
        uploads.examinations = TestRecipients.examinations(em, staging, recipients);
        uploads.arrivals = new ArrivalsInMemory();
        uploads.longest = 1 << 30;
        return uploads;
    }
}
