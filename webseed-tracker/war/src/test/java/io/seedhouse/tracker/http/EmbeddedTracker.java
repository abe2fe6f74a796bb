package io.seedhouse.tracker.http;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.ResponseCodeHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** This WAR's routes on a real Undertow at a free loopback port, without WildFly around them. */
public final class EmbeddedTracker implements AutoCloseable {
    private final Undertow server;

    public EmbeddedTracker(AdmittedTorrents admitted, Path content, String proxies) {
        this(0, admitted, content, proxies);
    }

    EmbeddedTracker(int port, AdmittedTorrents admitted, Path content, String proxies) {
        Doorway doorway = new Doorway();
        doorway.open(new Routes(admitted, content, proxies));
        server =
                Undertow.builder()
                        .addHttpListener(port, "127.0.0.1")
                        .setHandler(
                                Handlers.path()
                                        .addPrefixPath(
                                                "/tracker",
                                                doorway.before(ResponseCodeHandler.HANDLE_404)))
                        .build();
        server.start();
    }

    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    public RawClient client() {
        return new RawClient(port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
