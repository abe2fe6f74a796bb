package io.seedhouse.publisher.door;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;

/** Requests that all come from one address. */
public final class TestRequests {
    private TestRequests() {}

    /** Knows its address and has no headers. */
    public static HttpServletRequest direct() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        TestRequests.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRemoteAddr" -> "192.0.2.1";
                                    case "getMethod" -> "GET";
                                    case "getHeader" -> null;
                                    case "getHeaders" -> Collections.emptyEnumeration();
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
