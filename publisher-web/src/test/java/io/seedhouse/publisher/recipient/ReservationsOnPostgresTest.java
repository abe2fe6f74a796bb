package io.seedhouse.publisher.recipient;

import io.seedhouse.publisher.TestDatabase;

class ReservationsOnPostgresTest extends ReservationsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
