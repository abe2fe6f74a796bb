package io.seedhouse.paygate.sandbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;

/** Puts the sandbox together for its two addresses. */
@ApplicationScoped
class SandboxFront {
    private final HttpClient http = SandboxEvents.client();

    @Inject Sandbox sandbox;
    @Inject SandboxSessions sessions;
    @Inject Clock clock;
    @Resource ManagedScheduledExecutorService executor;

    /** Empty while the sandbox may not run. */
    Optional<SandboxApi> api() {
        return sandbox.keys()
                .map(keys -> new SandboxApi(keys.apiKey(), sessions, sandbox.payPage()));
    }

    /** Empty while the sandbox may not run. */
    Optional<PaymentDesk> desk() {
        return sandbox.keys()
                .map(keys ->
                        new SandboxEvents(
                                http, executor, sandbox.webhook(), keys.webhookSecret(), clock))
                .map(events -> new PaymentDesk(sessions, events, sandbox.payPage()));
    }
}
