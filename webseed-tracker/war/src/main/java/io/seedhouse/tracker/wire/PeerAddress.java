package io.seedhouse.tracker.wire;

import java.net.InetAddress;

/**
 * Where a peer accepts connections. Who downloads what is nobody's business, so printing one shows
 * nothing.
 *
 * @param address as seen on the connection, never as claimed by the client
 * @param port 1 to 65535
 */
public record PeerAddress(InetAddress address, int port) {
    @Override
    public String toString() {
        return "PeerAddress[hidden]";
    }
}
