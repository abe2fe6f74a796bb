package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class SealedUploadsOnH2Test extends SealedUploadsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
