package io.seedhouse.tracker.peer;

import io.seedhouse.tracker.swarm.Family;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Where the world finds our peer: one address of each family, as the operator names them or as the
 * host of the base URL resolves.
 *
 * @param byFamily never an address where nobody listens
 */
record PublicAddresses(Map<Family, InetAddress> byFamily) {
    /** How long the start may wait for a name server. */
    private static final long SECONDS = 5;

    /**
     * @param list addresses separated by commas; names are not resolved
     * @throws IllegalArgumentException naming the entry that is no address
     */
    static PublicAddresses named(String list, String setting) {
        return firsts(
                Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> address(entry, setting))
                        .toList());
    }

    private static InetAddress address(String entry, String setting) {
        try {
            return InetAddress.ofLiteral(entry);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    setting + " must list addresses such as 203.0.113.7, not: " + entry, e);
        }
    }

    /**
     * Those of the host in our own URL, as far as they can lead to where we listen; none when its
     * name does not resolve in time.
     */
    static PublicAddresses of(URI base, InetAddress bound) {
        String host = Objects.requireNonNullElse(base.getHost(), "");
        return of(
                () -> host.isEmpty() ? new InetAddress[0] : InetAddress.getAllByName(host),
                bound,
                SECONDS);
    }

    static PublicAddresses of(Callable<InetAddress[]> lookup, InetAddress bound, long seconds) {
        FutureTask<InetAddress[]> task = new FutureTask<>(lookup);
        Thread.ofVirtual().start(task);
        try {
            return firsts(
                    Arrays.stream(task.get(seconds, TimeUnit.SECONDS))
                            .filter(address -> leadsTo(bound, address))
                            .toList());
        } catch (ExecutionException | TimeoutException unresolved) {
            return firsts(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return firsts(List.of());
        }
    }

    /** Behind a gateway the two may differ, but not in kind. */
    private static boolean leadsTo(InetAddress bound, InetAddress address) {
        return bound.isAnyLocalAddress()
                || family(bound) == family(address)
                        && bound.isLoopbackAddress() == address.isLoopbackAddress();
    }

    private static PublicAddresses firsts(List<InetAddress> addresses) {
        Map<Family, InetAddress> firsts = new EnumMap<>(Family.class);
        addresses.forEach(address -> firsts.putIfAbsent(family(address), address));
        return new PublicAddresses(firsts);
    }

    private static Family family(InetAddress address) {
        return Family.ofLength(address.getAddress().length);
    }

    /** Each in the wire's form, with the port. */
    void forEach(int port, BiConsumer<Family, byte[]> action) {
        byFamily.forEach((family, address) ->
                action.accept(
                        family,
                        ByteBuffer.allocate(family.wireBytes())
                                .put(address.getAddress())
                                .putShort((short) port)
                                .array()));
    }
}
