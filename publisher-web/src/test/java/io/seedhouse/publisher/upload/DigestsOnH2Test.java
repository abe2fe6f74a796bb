package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class DigestsOnH2Test extends DigestsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
