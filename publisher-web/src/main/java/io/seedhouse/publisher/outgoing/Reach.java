package io.seedhouse.publisher.outgoing;

import java.net.InetAddress;

/** Where requests may go. */
public enum Reach {
    /** Public addresses, by HTTPS. */
    PUBLIC,
    /** This machine as well, by HTTP too: for trying out and for tests. */
    LOOPBACK_TOO;

    boolean admits(InetAddress address, boolean encrypted) {
        return address.isLoopbackAddress()
                ? this == LOOPBACK_TOO
                : encrypted && PublicAddress.is(address);
    }
}
