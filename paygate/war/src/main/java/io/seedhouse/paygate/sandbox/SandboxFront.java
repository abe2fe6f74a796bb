package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.event.Webhook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The sandbox of this server, for its addresses and its timer. */
@ApplicationScoped
class SandboxFront {
    @Inject Sandbox sandbox;
    @Inject Database database;
    @Inject Clock clock;
    @Resource ManagedExecutorService executor;

    private Optional<StandIn> standIn = Optional.empty();

    @PostConstruct
    void open() {
        standIn =
                sandbox.keys()
                        .map(keys ->
                                new StandIn(
                                        database,
                                        keys.apiKey(),
                                        sandbox.payPage(),
                                        new Webhook(
                                                Webhook.client(),
                                                sandbox.webhook(),
                                                keys.webhookSecret(),
                                                clock),
                                        executor));
    }

    /** Empty while the sandbox may not run. */
    Optional<StandIn> standIn() {
        return standIn;
    }
}
