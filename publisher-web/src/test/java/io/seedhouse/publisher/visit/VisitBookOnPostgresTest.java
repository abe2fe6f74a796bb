package io.seedhouse.publisher.visit;

import io.seedhouse.publisher.TestDatabase;

class VisitBookOnPostgresTest extends VisitBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
