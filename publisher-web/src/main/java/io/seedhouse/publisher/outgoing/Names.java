package io.seedhouse.publisher.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
public interface Names {
    /**
     * All addresses of a name, at least one.
     *
     * @throws IOException when it has none, or they are not known in time
     */
    List<InetAddress> of(String host) throws IOException;
}
