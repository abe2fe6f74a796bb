package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.database.TestDatabase;

class BuyingOnH2Test extends BuyingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
