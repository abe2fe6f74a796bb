package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class SealedUploadsOnPostgresTest extends SealedUploadsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
