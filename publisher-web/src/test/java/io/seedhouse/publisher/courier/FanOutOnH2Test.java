package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class FanOutOnH2Test extends FanOutContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
