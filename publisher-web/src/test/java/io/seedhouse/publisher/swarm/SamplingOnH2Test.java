package io.seedhouse.publisher.swarm;

import io.seedhouse.publisher.TestDatabase;

class SamplingOnH2Test extends SamplingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
