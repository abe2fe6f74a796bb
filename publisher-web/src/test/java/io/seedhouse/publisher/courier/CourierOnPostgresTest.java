package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class CourierOnPostgresTest extends CourierContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
