package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.database.TestDatabase;

class OfferBookOnPostgresTest extends OfferBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
