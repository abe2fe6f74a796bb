package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class FanOutOnPostgresTest extends FanOutContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
