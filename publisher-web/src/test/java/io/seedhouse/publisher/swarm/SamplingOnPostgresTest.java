package io.seedhouse.publisher.swarm;

import io.seedhouse.publisher.TestDatabase;

class SamplingOnPostgresTest extends SamplingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
