package io.seedhouse.publisher.job;

import io.seedhouse.publisher.bundle.TestBundles;
import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestJobs {
    private TestJobs() {}

    public static JobRows rows(EntityManager em) {
        JobRows rows = new JobRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em);
        return rows;
    }
}
