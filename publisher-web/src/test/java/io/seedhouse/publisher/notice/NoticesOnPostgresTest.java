package io.seedhouse.publisher.notice;

import io.seedhouse.publisher.TestDatabase;

class NoticesOnPostgresTest extends NoticesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
