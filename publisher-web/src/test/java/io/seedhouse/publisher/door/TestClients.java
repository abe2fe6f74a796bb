package io.seedhouse.publisher.door;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Optional;

/** Requests that all come from one address. */
public final class TestClients {
    private TestClients() {}

    public static ClientAddress one() {
        ClientAddress clients = new ClientAddress();
        clients.trusted = Optional.empty();
        clients.read();
        return clients;
    }

    /** Knows its address and has no headers. */
    public static HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        TestClients.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRemoteAddr" -> "192.0.2.1";
                                    case "getHeaders" -> Collections.emptyEnumeration();
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
