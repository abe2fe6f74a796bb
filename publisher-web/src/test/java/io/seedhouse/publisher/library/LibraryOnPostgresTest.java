package io.seedhouse.publisher.library;

import io.seedhouse.publisher.TestDatabase;

class LibraryOnPostgresTest extends LibraryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
