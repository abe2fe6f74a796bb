package io.seedhouse.tracker.wire;

import java.util.Arrays;

/** Networks that the operator names. Asking whether an address is in one makes no object. */
public final class Networks {
    private final Network[] networks;

    private Networks(Network[] networks) {
        this.networks = networks;
    }

    /**
     * @param list networks such as {@code 10.0.0.0/8,::1}, separated by commas; may be empty
     * @param setting by which the operator knows the list
     * @throws IllegalArgumentException naming the entry that is no network
     */
    public static Networks parse(String list, String setting) {
        return new Networks(
                Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> network(entry, setting))
                        .toArray(Network[]::new));
    }

    private static Network network(String entry, String setting) {
        try {
            return Network.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    setting + " must list networks such as 10.0.0.0/8, not: " + entry, e);
        }
    }

    /** Whether none is named. */
    public boolean isEmpty() {
        return networks.length == 0;
    }

    /** Whether an address, the first {@code length} bytes, is in one of them. */
    public boolean contain(byte[] address, int length) {
        for (Network network : networks) {
            if (network.contains(address, length)) {
                return true;
            }
        }
        return false;
    }
}
