package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.database.TestDatabase;

class NoticeBookOnH2Test extends NoticeBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
