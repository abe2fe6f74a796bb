package io.seedhouse.publisher.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells clients apart for rate limits. Normally by the connection's address; only when that is of a
 * proxy named in the configuration does {@code X-Forwarded-For} count, read from the right as far
 * as the proxies are ours, since everything further left is the client's own invention. The
 * addresses of an IPv6 client count as one per /64, which is what one household is given.
 */
@ApplicationScoped
public class ClientAddress {
    private static final int HOUSEHOLD = 64;

    private List<Network> proxies = List.of();

    @Inject
    @ConfigProperty(name = "seedhouse.trusted-proxies")
    Optional<String> trusted;

    /** A network in CIDR notation; a plain address is a network of one. */
    private record Network(InetAddress address, int prefix) {
        static Network parse(String text) {
            try {
                String[] parts = text.split("/", 2);
                InetAddress address = InetAddress.ofLiteral(parts[0]);
                int bits = address.getAddress().length * Byte.SIZE;
                int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
                if (prefix < 0 || prefix > bits) {
                    throw new IllegalArgumentException("the prefix must be from 0 to " + bits);
                }
                return new Network(address, prefix);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "seedhouse.trusted-proxies must list networks such as 10.0.0.0/8, not: "
                                + text,
                        e);
            }
        }

        boolean contains(InetAddress other) {
            int rest = address.getAddress().length * Byte.SIZE - prefix;
            return address.getClass() == other.getClass()
                    && number(address).shiftRight(rest).equals(number(other).shiftRight(rest));
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }

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

    /** The key to count a client's attempts under. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** Whether the request comes through a proxy that the configuration names. */
    public boolean isProxy(HttpServletRequest request) {
        return trusts(InetAddress.ofLiteral(request.getRemoteAddr()));
    }

    String of(String connection, List<String> forwarded) {
        InetAddress client = InetAddress.ofLiteral(connection);
        List<String> hops = new ArrayList<>();
        forwarded.forEach(line -> hops.addAll(List.of(line.split(","))));
        while (!hops.isEmpty() && trusts(client)) {
            try {
                client = InetAddress.ofLiteral(hops.removeLast().strip());
            } catch (IllegalArgumentException notAnAddress) {
                break;
            }
        }
        return key(client.getAddress());
    }

    private boolean trusts(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String key(byte[] address) {
        try {
            byte[] household = address.clone();
            Arrays.fill(
                    household,
                    Math.min(HOUSEHOLD / Byte.SIZE, address.length),
                    address.length,
                    (byte) 0);
            return InetAddress.getByAddress(household).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }
}
