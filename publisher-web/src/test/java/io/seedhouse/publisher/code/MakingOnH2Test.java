package io.seedhouse.publisher.code;

import io.seedhouse.publisher.TestDatabase;

class MakingOnH2Test extends MakingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
