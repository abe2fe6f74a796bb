package io.seedhouse.publisher.session;

import io.seedhouse.publisher.TestDatabase;

class SessionsOnH2Test extends SessionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
