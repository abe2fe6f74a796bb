package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.TestDatabase;

class VersionSealingOnH2Test extends VersionSealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
