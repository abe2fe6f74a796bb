package io.seedhouse.publisher.token;

import io.seedhouse.publisher.TestDatabase;

class TokensOnH2Test extends TokensContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
