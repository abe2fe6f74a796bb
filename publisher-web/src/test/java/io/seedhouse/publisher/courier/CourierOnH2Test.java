package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class CourierOnH2Test extends CourierContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
