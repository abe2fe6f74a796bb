package io.seedhouse.publisher.door;

import java.util.Optional;

/** Clients that come through no proxy. */
public final class TestClients {
    private TestClients() {}

    public static ClientAddress direct() {
        ClientAddress clients = new ClientAddress();
        clients.trusted = Optional.empty();
        clients.read();
        return clients;
    }
}
