package io.seedhouse.publisher.job;

import io.seedhouse.publisher.TestDatabase;

class JobsOnH2Test extends JobsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
