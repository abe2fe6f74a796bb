package io.seedhouse.paygate.figure;

import io.seedhouse.paygate.database.TestDatabase;

class FigureBookOnPostgresTest extends FigureBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
