package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class WindowsOnH2Test extends WindowsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
