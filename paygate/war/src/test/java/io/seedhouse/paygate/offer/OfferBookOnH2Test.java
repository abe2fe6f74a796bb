package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.database.TestDatabase;

class OfferBookOnH2Test extends OfferBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
