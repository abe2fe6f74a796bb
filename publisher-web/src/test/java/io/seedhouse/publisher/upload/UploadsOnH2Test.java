package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class UploadsOnH2Test extends UploadsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
