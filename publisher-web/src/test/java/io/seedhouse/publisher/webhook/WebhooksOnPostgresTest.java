package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.TestDatabase;

class WebhooksOnPostgresTest extends WebhooksContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
