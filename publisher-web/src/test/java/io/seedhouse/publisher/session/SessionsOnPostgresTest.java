package io.seedhouse.publisher.session;

import io.seedhouse.publisher.TestDatabase;

class SessionsOnPostgresTest extends SessionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
