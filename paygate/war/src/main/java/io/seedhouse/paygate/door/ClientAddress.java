package io.seedhouse.paygate.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells where a client is. Normally by the connection's address; only when that is of a proxy named
 * in the configuration does {@code X-Forwarded-For} count, read from the right as far as the
 * proxies are ours, since everything further left is the client's own invention.
 */
@ApplicationScoped
public class ClientAddress {
    private List<Network> proxies = List.of();

    @Inject
    @ConfigProperty(name = "seedhouse.trusted-proxies")
    Optional<String> trusted;

    /**
     * @throws IllegalArgumentException naming the entry of the configuration that is no network
     */
    @PostConstruct
    void read() {
        proxies =
                Arrays.stream(trusted.orElse("").split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(Network::parse)
                        .toList();
    }

    /** What may be written down of whoever sent this request. */
    public AddressPrefix prefixOf(HttpServletRequest request) {
        return prefixOf(
                request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    AddressPrefix prefixOf(String connection, List<String> forwarded) {
        var client = InetAddress.ofLiteral(connection);
        var hops = new ArrayList<String>();
        forwarded.forEach(line -> hops.addAll(List.of(line.split(","))));
        while (!hops.isEmpty() && trusts(client)) {
            try {
                client = InetAddress.ofLiteral(withoutPort(hops.removeLast().strip()));
            } catch (IllegalArgumentException notAnAddress) {
                break;
            }
        }
        return AddressPrefix.of(client);
    }

    /** Some proxies add it: {@code 192.0.2.7:4711}, {@code [2001:db8::7]:4711}. */
    private static String withoutPort(String hop) {
        int colon = hop.indexOf(':');
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            return hop.substring(1, hop.indexOf(']'));
        }
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private boolean trusts(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }
}
