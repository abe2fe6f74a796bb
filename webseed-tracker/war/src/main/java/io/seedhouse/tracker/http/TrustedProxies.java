package io.seedhouse.tracker.http;

import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
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
        InetAddress client =
                exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
        List<String> hops = forwarded(exchange);
        while (!hops.isEmpty() && trusts(client)) {
            try {
                client = InetAddress.ofLiteral(hops.removeLast());
            } catch (IllegalArgumentException notAnAddress) {
                return client;
            }
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        byte[] bytes = address.getAddress();
        return networks.contain(bytes, bytes.length);
    }

    private List<String> forwarded(HttpServerExchange exchange) {
        List<String> hops = new ArrayList<>();
        if (!networks.isEmpty()) {
            for (String line : exchange.getRequestHeaders().eachValue(Headers.X_FORWARDED_FOR)) {
                Arrays.stream(line.split(",")).map(String::strip).forEach(hops::add);
            }
        }
        return hops;
    }
}
