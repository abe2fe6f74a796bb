package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.TestDatabase;

class WebhooksOnH2Test extends WebhooksContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
