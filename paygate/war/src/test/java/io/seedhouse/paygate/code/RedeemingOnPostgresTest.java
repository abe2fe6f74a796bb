package io.seedhouse.paygate.code;

import io.seedhouse.paygate.database.TestDatabase;

class RedeemingOnPostgresTest extends RedeemingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
