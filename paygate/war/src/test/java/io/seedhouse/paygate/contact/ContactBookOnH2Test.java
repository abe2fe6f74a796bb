package io.seedhouse.paygate.contact;

import io.seedhouse.paygate.database.TestDatabase;

class ContactBookOnH2Test extends ContactBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
