package io.seedhouse.publisher.library;

import io.seedhouse.publisher.TestDatabase;

class LibraryOnH2Test extends LibraryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
