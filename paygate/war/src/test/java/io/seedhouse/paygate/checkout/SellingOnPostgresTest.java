package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.database.TestDatabase;

class SellingOnPostgresTest extends SellingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
