package io.seedhouse.paygate.code;

import io.seedhouse.paygate.database.TestDatabase;

class RedeemingOnH2Test extends RedeemingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
