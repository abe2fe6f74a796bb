package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.TestBundles;
import org.junit.jupiter.api.Test;

class BundlePageTest {
    @Test
    void saysThatNoBundleHasTheAddress() {
        Problem refusal =
                TestDatabase.h2()
                        .inTransaction(em -> {
                            BundlePage page = new BundlePage();
                            page.portraits = new Portraits();
                            page.portraits.bundles = TestBundles.over(em);
                            return assertThrows(Refused.class, () -> page.show("nothing"))
                                    .problem();
                        });
        assertEquals(Problem.of(404, "No published bundle has this address."), refusal);
    }
}
