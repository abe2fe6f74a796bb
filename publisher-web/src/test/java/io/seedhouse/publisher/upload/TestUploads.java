package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestUploads {
    private TestUploads() {}

    /** Uploads of at most a gibibyte each. */
    public static Uploads over(EntityManager em, Staging staging) {
        UploadRows rows = new UploadRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em);
        rows.staging = staging;
        Uploads uploads = new Uploads();
        uploads.rows = rows;
        uploads.staging = staging;
        uploads.longest = 1 << 30;
        return uploads;
    }
}
