package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.TestDatabase;

class SealingOnH2Test extends SealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
