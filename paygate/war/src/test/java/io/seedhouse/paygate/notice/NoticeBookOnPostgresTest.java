package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.database.TestDatabase;

class NoticeBookOnPostgresTest extends NoticeBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
