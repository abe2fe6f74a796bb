package io.seedhouse.publisher.token;

import io.seedhouse.publisher.TestDatabase;

class TokensOnPostgresTest extends TokensContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
