package io.seedhouse.publisher.notice;

import io.seedhouse.publisher.TestDatabase;

class NoticesOnH2Test extends NoticesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
