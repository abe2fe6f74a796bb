package io.seedhouse.publisher.recipient;

import io.seedhouse.publisher.TestDatabase;

class ReservationsOnH2Test extends ReservationsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
