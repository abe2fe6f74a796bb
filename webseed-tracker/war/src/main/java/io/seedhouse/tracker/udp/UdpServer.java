package io.seedhouse.tracker.udp;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;

/** The thread that answers datagrams, from the moment it is made until it is closed. */
public final class UdpServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UdpServer.class.getName());

    /** Seconds a connection id is good for (BEP 15). */
    public static final int LIFE = 120;

    private static final long PAUSE_AFTER_FAILURE = 100_000_000; // nanoseconds

    private final Datagrams socket;
    private final int port;
    private final Answerer tracker;
    private final Thread thread;
    private int failures;
    private volatile boolean stopped;

    private UdpServer(Datagrams socket, Answerer tracker) {
        this.socket = socket;
        this.port = socket.port();
        this.tracker = tracker;
        this.thread = Thread.ofPlatform().name("tracker-udp").daemon().unstarted(this::run);
    }

    /**
     * Begins to answer.
     *
     * @param address to listen at; port 0 takes any that is free, and {@code ::} both families
     * @param exempt networks that limits per address spare
     * @param tolerance seconds that a connection id lives beyond {@link #LIFE}
     * @throws java.net.BindException when the port is taken
     */
    public static UdpServer start(
            InetSocketAddress address,
            AdmittedTorrents admitted,
            Networks exempt,
            Tally tally,
            int tolerance)
            throws IOException {
        ConnectionIds ids = new ConnectionIds(LIFE + tolerance);
        return start(Datagrams.bind(address), new UdpTracker(admitted, exempt, tally, ids));
    }

    static UdpServer start(Datagrams socket, Answerer tracker) {
        UdpServer server = new UdpServer(socket, tracker);
        server.thread.start();
        return server;
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    private void run() {
        try (socket) {
            while (!stopped) {
                serve();
            }
        }
    }

    /** Whatever goes wrong, the next datagram deserves an answer. */
    private void serve() {
        try {
            socket.serve(tracker);
        } catch (IOException | RuntimeException e) {
            failures++;
            if (Integer.bitCount(failures) == 1) { // the 1st, 2nd, 4th ...: no flood of lines
                LOG.log(System.Logger.Level.ERROR, "UDP failed, time " + failures, e);
            }
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
        }
    }

    /** Stops answering and frees the port. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
