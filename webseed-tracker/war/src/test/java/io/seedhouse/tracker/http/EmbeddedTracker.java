package io.seedhouse.tracker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.webseed.Origin;
import io.seedhouse.tracker.webseed.WebSeed;
import io.seedhouse.tracker.webseed.WebSeeds;
import io.seedhouse.tracker.websocket.Bounds;
import io.seedhouse.tracker.websocket.WebSocketDoor;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.util.Headers;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;

/** This WAR's routes on a real Undertow at a free loopback port, without WildFly around them. */
public final class EmbeddedTracker implements AutoCloseable {
    private static final Networks NONE = Networks.parse("", "exempt");

    private static final ByteBuffer CONSTANT = ByteBuffer.wrap(answerWithFiftyPeers());

    private final Undertow server;

    public EmbeddedTracker(AdmittedTorrents admitted, Path content, String proxies) {
        this(0, routes(admitted, content, proxies));
    }

    public EmbeddedTracker(
            int port, AdmittedTorrents admitted, Path content, Networks exempt, Tally tally) {
        this("127.0.0.1", port, admitted, content, exempt, tally);
    }

    /** Listens at {@code host}, where {@code ::} is both families. */
    public EmbeddedTracker(
            String host,
            int port,
            AdmittedTorrents admitted,
            Path content,
            Networks exempt,
            Tally tally) {
        this(host, port, routes(WebSeeds.unlimited(admitted, content, tally), "", exempt, tally));
    }

    public EmbeddedTracker(Origin origin) {
        this(0, routes(origin, "", NONE, new Tally()));
    }

    /**
     * @param clock says whether a preload has begun
     */
    public EmbeddedTracker(Origin origin, InstantSource clock) {
        this(
                0,
                new Routes(
                        origin.admitted(),
                        new WebSeed(origin, clock),
                        new Settings(TrustedProxies.parse(""), NONE, NONE, false),
                        new Tally(),
                        new WebSocketDoor(origin.admitted(), NONE, new Tally(), Bounds.USUAL)));
    }

    EmbeddedTracker(AdmittedTorrents admitted, Settings settings, Tally tally) {
        this(
                0,
                new Routes(
                        admitted,
                        new WebSeed(WebSeeds.unlimited(admitted, Path.of("unused"), tally)),
                        settings,
                        tally,
                        new WebSocketDoor(admitted, NONE, tally, Bounds.USUAL)));
    }

    public EmbeddedTracker(AdmittedTorrents admitted, String proxies, WebSocketDoor door) {
        this(
                0,
                routes(
                        WebSeeds.unlimited(admitted, Path.of("unused"), new Tally()),
                        proxies,
                        NONE,
                        new Tally(),
                        door));
    }

    private EmbeddedTracker(int port, Routes routes) {
        this("127.0.0.1", port, routes);
    }

    private EmbeddedTracker(String host, int port, Routes routes) {
        Doorway doorway = new Doorway();
        doorway.open(routes);
        server =
                Undertow.builder()
                        .addHttpListener(port, host)
                        .setHandler(
                                Handlers.path()
                                        .addPrefixPath(
                                                "/tracker",
                                                doorway.before(ResponseCodeHandler.HANDLE_404))
                                        .addPrefixPath("/trivial", EmbeddedTracker::trivial))
                        .build();
        server.start();
    }

    /** What the least a server can do costs: the benchmarks compare with it. */
    private static void trivial(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(CONSTANT.duplicate());
    }

    private static byte[] answerWithFiftyPeers() {
        String numbers = "d8:completei50e10:incompletei50e8:intervali1800e12:min intervali60e";
        return (numbers + "5:peers300:" + "\1".repeat(300) + "e").getBytes(ISO_8859_1);
    }

    static Routes routes(AdmittedTorrents admitted, Path content, String proxies) {
        Tally tally = new Tally();
        return routes(WebSeeds.unlimited(admitted, content, tally), proxies, NONE, tally);
    }

    private static Routes routes(Origin origin, String proxies, Networks exempt, Tally tally) {
        WebSocketDoor door = new WebSocketDoor(origin.admitted(), exempt, tally, Bounds.USUAL);
        return routes(origin, proxies, exempt, tally, door);
    }

    private static Routes routes(
            Origin origin, String proxies, Networks exempt, Tally tally, WebSocketDoor door) {
        return new Routes(
                origin.admitted(),
                new WebSeed(origin),
                new Settings(TrustedProxies.parse(proxies), exempt, NONE, false),
                tally,
                door);
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
