package io.seedhouse.publisher.film;

import io.seedhouse.publisher.TestDatabase;

class ChecksOnPostgresTest extends ChecksContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
