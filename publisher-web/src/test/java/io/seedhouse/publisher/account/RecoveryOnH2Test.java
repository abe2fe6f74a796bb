package io.seedhouse.publisher.account;

import io.seedhouse.publisher.TestDatabase;

class RecoveryOnH2Test extends RecoveryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
