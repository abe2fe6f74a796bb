package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.TestDatabase;

class VersionSealingOnPostgresTest extends VersionSealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
