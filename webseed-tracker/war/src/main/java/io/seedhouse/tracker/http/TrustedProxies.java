package io.seedhouse.tracker.http;

import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a client's address. Normally that is the connection's; only when the connection comes from
 * a proxy named in the configuration does {@code X-Forwarded-For} count, read from the right as far
 * as the proxies are ours, since everything further left is the client's own invention.
 */
final class TrustedProxies {
    private final Networks networks;

    private TrustedProxies(Networks networks) {
        this.networks = networks;
    }

    /**
     * @param list networks such as {@code 10.0.0.0/8,::1}, separated by commas; may be empty
     * @throws IllegalArgumentException naming the entry that is no network
     */
    static TrustedProxies parse(String list) {
        return new TrustedProxies(Networks.parse(list, "seedhouse.trusted-proxies"));
    }

    InetAddress clientOf(HttpServerExchange exchange) {
        InetAddress connection = connection(exchange);
        return trusts(connection) ? behind(connection, exchange.getRequestHeaders()) : connection;
    }

    /**
     * Whether somebody passed it on without telling us for whom: a proxy that nobody named in the
     * configuration, or one of ours that names no address. Then the address that is left, a
     * neighbour's perhaps, says nothing about who asks.
     */
    boolean hideTheClientOf(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        boolean forwarded =
                headers.contains(Headers.X_FORWARDED_FOR) || headers.contains("Forwarded");
        return forwarded
                && (!trusts(connection(exchange))
                        || trusts(clientOf(exchange)) && !namesAddressesOnly(headers));
    }

    private static boolean namesAddressesOnly(HeaderMap headers) {
        try {
            hops(headers).forEach(hop -> InetAddress.ofLiteral(literal(hop.strip())));
            return headers.contains(Headers.X_FORWARDED_FOR);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static List<String> hops(HeaderMap headers) {
        List<String> hops = new ArrayList<>();
        headers.eachValue(Headers.X_FORWARDED_FOR)
                .forEach(line -> hops.addAll(List.of(line.split(","))));
        return hops;
    }

    private static InetAddress connection(HttpServerExchange exchange) {
        return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
    }

    /** The client on whose behalf a trusted proxy speaks. */
    InetAddress behind(InetAddress connection, HeaderMap headers) {
        List<String> hops = hops(headers);
        InetAddress client = connection;
        while (!hops.isEmpty() && trusts(client)) {
            try {
                client = InetAddress.ofLiteral(literal(hops.removeLast().strip()));
            } catch (IllegalArgumentException notAnAddress) {
                return client;
            }
        }
        return client;
    }

    /** Some proxies add the port: {@code 192.0.2.7:4711}, {@code [2001:db8::7]:4711}. */
    private static String literal(String hop) {
        int colon = hop.indexOf(':');
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            return hop.substring(1, hop.indexOf(']'));
        }
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private boolean trusts(InetAddress address) {
        if (networks.isEmpty()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return networks.contain(bytes, bytes.length);
    }
}
