package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.ResponseCodeHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** This WAR's routes on a real Undertow at a free loopback port, without WildFly around them. */
public final class EmbeddedTracker implements AutoCloseable {
    private static final Networks NONE = Networks.parse("", "exempt");

    private final Undertow server;

    public EmbeddedTracker(AdmittedTorrents admitted, Path content, String proxies) {
        this(0, routes(admitted, content, proxies));
    }

    public EmbeddedTracker(
            int port, AdmittedTorrents admitted, Path content, Networks exempt, Tally tally) {
        this(port, new Routes(admitted, content, "", exempt, tally));
    }

    EmbeddedTracker(int port, AdmittedTorrents admitted, Path content, String proxies) {
        this(port, routes(admitted, content, proxies));
    }

    private EmbeddedTracker(int port, Routes routes) {
        Doorway doorway = new Doorway();
        doorway.open(routes);
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

    static Routes routes(AdmittedTorrents admitted, Path content, String proxies) {
        return new Routes(admitted, content, proxies, NONE, new Tally());
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
