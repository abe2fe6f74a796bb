package io.seedhouse.publisher.door;

import java.util.Optional;

/** Clients that come through no proxy. */
public final class TestClients {
    private TestClients() {}

    public static ClientAddress direct() {
        return behind(Optional.empty());
    }

    /** Clients that may come through this proxy. */
    public static ClientAddress behind(String proxy) {
        return behind(Optional.of(proxy));
    }

    private static ClientAddress behind(Optional<String> proxies) {
        ClientAddress clients = new ClientAddress();
        clients.trusted = proxies;
        clients.read();
        return clients;
    }
}
