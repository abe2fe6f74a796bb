package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueResourceTest {
    @Test
    void answersAPartOfTheCatalogue() {
        assertEquals(0, search("7").items().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1.5", "99999999999"})
    void callsALimitThatIsNoNumberInvalid(String limit) {
        var refused = assertThrows(Invalid.class, () -> search(limit));
        assertEquals("The limit must be a whole number from 1 to 100.", refused.sentence());
    }

    private static CatalogueResource.Part search(String limit) {
        return TestDatabase.h2()
                .inTransaction(em -> {
                    CatalogueResource catalogue = new CatalogueResource();
                    catalogue.bundles = TestBundles.over(em);
                    catalogue.site = TestHome.site();
                    return catalogue.search("", null, limit);
                });
    }
}
