package io.seedhouse.tracker.peer;

import io.seedhouse.tracker.statistics.Metadata;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Household;
import io.seedhouse.tracker.wire.Networks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The peer that hands out metadata, from the moment it is started until it is closed. One thread
 * does everything; nothing a client sends or leaves out makes it wait.
 */
public final class MetadataPeer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MetadataPeer.class.getName());

    /** Bytes of info dictionaries kept in memory: those of some fifty films. */
    private static final int KEPT = 16 << 20;

    /** How late at most a connection's time is noticed to be up. */
    private static final long TICK_MILLIS = 250;

    /** How soon those are looked at who wait for their turn to be sent something. */
    private static final long TURN_MILLIS = 20;

    /** Bytes the system keeps for a client in each direction; left to itself it keeps megabytes. */
    private static final int SYSTEM_BUFFER = 64 << 10;

    private static final int BACKLOG = 128;

    private final ServerSocketChannel door;
    private final Selector selector;
    private final SelectionKey doorKey;
    private final int port;
    private final InfoDictionaries dictionaries;
    private final Networks exempt;
    private final Tally tally;
    private final Bounds bounds;
    private final LongSupplier clock;
    private final Sayings sayings = new Sayings();
    private final Allowance allowance;
    private final Guests guests;
    private final Queue<Connection> waiting = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean stopped;
    private long swept;

    private MetadataPeer(
            ServerSocketChannel door,
            InfoDictionaries dictionaries,
            Networks exempt,
            Tally tally,
            Bounds bounds,
            LongSupplier clock)
            throws IOException {
        this.door = door;
        this.port = ((InetSocketAddress) door.getLocalAddress()).getPort();
        this.dictionaries = dictionaries;
        this.exempt = exempt;
        this.tally = tally;
        this.bounds = bounds;
        this.clock = clock;
        this.allowance = new Allowance(bounds.bytesPerSecond(), clock.getAsLong());
        this.guests = new Guests(bounds);
        this.selector = Selector.open();
        door.configureBlocking(false);
        this.doorKey = door.register(selector, SelectionKey.OP_ACCEPT);
        this.thread = Thread.ofPlatform().name("metadata-peer").daemon().unstarted(this::run);
    }

    /**
     * Begins to listen.
     *
     * @param address port 0 takes any that is free, and {@code ::} is both families
     * @param torrents folder that holds {@code {bundleId}.torrent} for each bundle
     * @param exempt networks that the limit per address spares
     * @throws java.net.BindException when the port is taken
     */
    public static MetadataPeer start(
            InetSocketAddress address,
            AdmittedTorrents admitted,
            Path torrents,
            Networks exempt,
            Tally tally)
            throws IOException {
        return start(
                address,
                admitted,
                torrents,
                exempt,
                tally,
                Bounds.USUAL,
                () -> System.nanoTime() / 1_000_000);
    }

    static MetadataPeer start(
            InetSocketAddress address,
            AdmittedTorrents admitted,
            Path torrents,
            Networks exempt,
            Tally tally,
            Bounds bounds,
            LongSupplier clock)
            throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        try {
            door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            door.setOption(StandardSocketOptions.SO_RCVBUF, SYSTEM_BUFFER);
            door.bind(address, BACKLOG);
            var dictionaries = new InfoDictionaries(admitted, torrents, KEPT, clock);
            MetadataPeer peer = new MetadataPeer(door, dictionaries, exempt, tally, bounds, clock);
            peer.thread.start();
            return peer;
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    /** Hangs up on everybody and frees the port. */
    @Override
    public void close() {
        stopped = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (door;
                selector) {
            while (!stopped) {
                goOn();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Magnet links no longer resolve through us", e);
        } finally {
            guests.those(any -> true).forEach(Connection::close);
        }
    }

    /** Whatever goes wrong, even the memory's end, may be over soon; then we are still here. */
    private void goOn() throws IOException {
        try {
            selector.select(this::serve, waiting.isEmpty() ? TICK_MILLIS : TURN_MILLIS);
            serveThoseWaiting();
            sweep();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The metadata peer stumbled and goes on", e);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
        }
    }

    private void serve(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            proceed(connection, waiting.isEmpty());
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = door.accept();
            if (channel != null) {
                welcome(channel);
            }
        } catch (IOException e) {
            // Out of file handles, which lasts: no more of this until the next tick.
            doorKey.interestOps(0);
        }
    }

    private void welcome(SocketChannel channel) throws IOException {
        try {
            long network = network(channel);
            if (guests.crowd(network)) {
                tally.metadata(Metadata.CROWDED);
                channel.close();
            } else {
                welcome(channel, network);
            }
        } catch (IOException gone) {
            channel.close();
        }
    }

    private long network(SocketChannel channel) {
        byte[] address = channel.socket().getInetAddress().getAddress();
        return exempt.contain(address, address.length) ? Guests.EXEMPT : Household.of(address);
    }

    private void welcome(SocketChannel channel, long network) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BUFFER);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Conversation conversation =
                new Conversation(dictionaries, sayings, bounds.messageBytes(), tally);
        Connection connection =
                new Connection(
                        channel, key, conversation, bounds, allowance, network, clock.getAsLong());
        key.attach(connection);
        Connection first = guests.welcome(connection);
        if (first != null) {
            tally.metadata(Metadata.EVICTED);
            first.close();
        }
    }

    private void proceed(Connection connection, boolean itsTurn) {
        try {
            if (!connection.proceed(itsTurn, clock.getAsLong())) {
                dismiss(connection);
            } else if (connection.waits()) {
                waiting.add(connection);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The metadata peer is wrong about a message", e);
            dismiss(connection);
        }
    }

    private void dismiss(Connection connection) {
        guests.leave(connection);
        connection.close();
    }

    /** Each once, in the order they came; who still waits then goes to the end of the queue. */
    private void serveThoseWaiting() {
        for (int left = waiting.size(); left > 0; left--) {
            proceed(waiting.remove(), true);
        }
    }

    private void sweep() {
        long now = clock.getAsLong();
        if (now - swept >= TICK_MILLIS) {
            swept = now;
            doorKey.interestOps(SelectionKey.OP_ACCEPT);
            guests.those(connection -> connection.isOver(now)).forEach(this::dismiss);
        }
    }
}
