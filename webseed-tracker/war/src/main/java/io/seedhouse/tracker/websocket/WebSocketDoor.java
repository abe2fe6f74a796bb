package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Household;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * The tracker's door for peers in browsers: turns an HTTP request into a WebSocket (RFC 6455,
 * without extensions: compression would cost memory for each connection and open a way to blow up
 * small messages) and keeps it within bounds. No connection has a thread of its own.
 */
public final class WebSocketDoor implements AutoCloseable {
    private static final AttachmentKey<Visitor> VISITOR = AttachmentKey.create(Visitor.class);
    private static final HttpString VERSION = new HttpString("Sec-WebSocket-Version");

    private final Networks exempt;
    private final Tally tally;
    private final Places places;
    private final long mostBacklog;
    private final AtomicLong backlog = new AtomicLong();
    private final Memory memory;
    private final LongSupplier clock;
    private final Signalling signalling;
    private final HttpHandler handshake;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private XnioExecutor.@Nullable Key rounds;
    private volatile boolean closed;

    /**
     * @param exempt networks that limits per address spare
     */
    public WebSocketDoor(AdmittedTorrents admitted, Networks exempt, Tally tally, Bounds bounds) {
        this(admitted, exempt, tally, bounds, () -> System.nanoTime() / 1_000_000);
    }

    WebSocketDoor(
            AdmittedTorrents admitted,
            Networks exempt,
            Tally tally,
            Bounds bounds,
            LongSupplier clock) {
        this.exempt = exempt;
        this.tally = tally;
        this.clock = clock;
        places = new Places(bounds);
        mostBacklog = bounds.backlog();
        memory = new Memory(bounds.remembered());
        signalling = new Signalling(admitted, tally, clock);
        handshake =
                new WebSocketProtocolHandshakeHandler(
                        Set.of(new Hybi13Handshake()), this::enter, WebSocketDoor::wantUpgrade);
    }

    /**
     * Takes a request.
     *
     * @param client where it comes from, past proxies
     */
    public void handle(HttpServerExchange exchange, InetAddress client) throws Exception {
        byte[] address = client.getAddress();
        Visitor visitor =
                new Visitor(Household.of(address), exempt.contain(address, address.length));
        if (!asksForWebSocket(exchange)) {
            wantUpgrade(exchange);
        } else if (closed || places.full()) {
            refuse(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        } else if (places.fullFor(visitor)) {
            refuse(exchange, StatusCodes.TOO_MANY_REQUESTS);
        } else {
            exchange.putAttachment(VISITOR, visitor);
            handshake.handleRequest(exchange);
        }
    }

    /** Ends every connection and lets nobody in again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (rounds != null) {
                rounds.remove();
            }
        }
        connections.forEach(Connection::goAway);
    }

    /** Looks after every connection and torrent; otherwise done every second. */
    void round() {
        long now = clock.getAsLong();
        signalling.tidy();
        for (Connection connection : connections) {
            connection.look(now);
        }
    }

    /** Connections there are. */
    public int connections() {
        return connections.size();
    }

    /** Bytes that all connections make us hold. */
    long backlog() {
        return backlog.get();
    }

    /** Parts in torrents and offers remembered for all connections. */
    int remembered() {
        return memory.taken();
    }

    private void enter(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        Visitor visitor = exchange.getAttachment(VISITOR);
        if (!places.enter(visitor)) {
            IoUtils.safeClose(channel);
            return;
        }
        Connection connection =
                new Connection(
                        channel,
                        visitor,
                        tally,
                        new Backlog(backlog, mostBacklog),
                        memory,
                        clock.getAsLong());
        connections.add(connection);
        channel.addCloseTask(gone -> leave(connection));
        channel.getReceiveSetter().set(new Receiver(connection, signalling));
        if (beginRounds(channel) && channel.isOpen()) {
            channel.resumeReceives();
        } else {
            IoUtils.safeClose(channel);
            leave(connection);
        }
    }

    private void leave(Connection connection) {
        if (connections.remove(connection)) {
            places.leave(connection.visitor());
            connection.isGone();
        }
    }

    private synchronized boolean beginRounds(WebSocketChannel channel) {
        if (rounds == null && !closed) {
            rounds = channel.getIoThread().executeAtInterval(this::round, 1, TimeUnit.SECONDS);
        }
        return !closed;
    }

    private static boolean asksForWebSocket(HttpServerExchange exchange) {
        String upgrade = exchange.getRequestHeaders().getFirst(Headers.UPGRADE);
        return upgrade != null
                && upgrade.equalsIgnoreCase("websocket")
                && exchange.getConnection() instanceof HttpServerConnection
                && exchange.isHttp11();
    }

    private static void wantUpgrade(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.UPGRADE, "websocket").put(VERSION, "13");
        exchange.setStatusCode(StatusCodes.UPGRADE_REQUIRED).endExchange();
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "60");
        exchange.setStatusCode(status).endExchange();
    }
}
