package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.database.TestDatabase;

class BuyingOnPostgresTest extends BuyingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
