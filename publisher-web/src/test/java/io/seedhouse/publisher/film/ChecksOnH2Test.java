package io.seedhouse.publisher.film;

import io.seedhouse.publisher.TestDatabase;

class ChecksOnH2Test extends ChecksContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
