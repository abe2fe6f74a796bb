package io.seedhouse.paygate.code;

import io.seedhouse.paygate.database.TestDatabase;

class CodeBookOnH2Test extends CodeBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
