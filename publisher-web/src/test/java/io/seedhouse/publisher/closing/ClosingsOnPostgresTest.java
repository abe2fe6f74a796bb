package io.seedhouse.publisher.closing;

import io.seedhouse.publisher.TestDatabase;

class ClosingsOnPostgresTest extends ClosingsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
