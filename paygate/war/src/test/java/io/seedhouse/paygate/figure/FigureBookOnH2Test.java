package io.seedhouse.paygate.figure;

import io.seedhouse.paygate.database.TestDatabase;

class FigureBookOnH2Test extends FigureBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
