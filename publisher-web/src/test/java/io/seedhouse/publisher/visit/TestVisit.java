package io.seedhouse.publisher.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request for a page.
 *
 * @param headers by their names, whose case does not matter
 */
record TestVisit(String method, String address, Map<String, String> headers) {
    static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    static TestVisit from(String address) {
        return new TestVisit("GET", address, Map.of("User-Agent", FIREFOX));
    }

    TestVisit by(String otherMethod) {
        return new TestVisit(otherMethod, address, headers);
    }

    TestVisit with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new TestVisit(method, address, more);
    }

    HttpServletRequest request() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        TestVisit.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, called, arguments) ->
                                switch (called.getName()) {
                                    case "getMethod" -> method;
                                    case "getRemoteAddr" -> address;
                                    case "getServerName" -> "films.example";
                                    case "getHeader" -> all.get((String) arguments[0]);
                                    case "getHeaders" ->
                                            Collections.enumeration(
                                                    listed(all.get((String) arguments[0])));
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    called.getName());
                                });
    }

    private static List<String> listed(String header) {
        return header == null ? List.of() : Arrays.asList(header);
    }
}
