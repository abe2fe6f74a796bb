package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.database.TestDatabase;

class SellingOnH2Test extends SellingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
