package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestUploads {
    private TestUploads() {}

    /** Uploads of at most a gibibyte each. */
    public static Uploads over(EntityManager em, Staging staging) {
        return over(em, staging, new OffersInMemory());
    }

    /** The same beside these offers. */
    static Uploads over(EntityManager em, Staging staging, OffersInMemory offers) {
        UploadRows rows = new UploadRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em, offers);
        rows.staging = staging;
        Uploads uploads = new Uploads();
        uploads.rows = rows;
        uploads.staging = staging;
        uploads.longest = 1 << 30;
        return uploads;
    }
}
