package io.seedhouse.publisher.closing;

import io.seedhouse.publisher.TestDatabase;

class ClosingsOnH2Test extends ClosingsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
