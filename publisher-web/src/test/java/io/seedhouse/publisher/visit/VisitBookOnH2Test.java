package io.seedhouse.publisher.visit;

import io.seedhouse.publisher.TestDatabase;

class VisitBookOnH2Test extends VisitBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
