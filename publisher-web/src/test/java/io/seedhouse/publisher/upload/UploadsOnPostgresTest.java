package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class UploadsOnPostgresTest extends UploadsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
