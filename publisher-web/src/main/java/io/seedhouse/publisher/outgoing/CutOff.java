package io.seedhouse.publisher.outgoing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection when the time is up, whatever the other side does. Limits on each read are
 * not enough: a server that sends a byte now and then keeps to all of them.
 */
public final class CutOff implements AutoCloseable {
    private static final int LONGEST_CONNECTING_MILLIS = 5000;

    private final Future<?> end;
    private @Nullable Socket socket;
    private boolean over;

    /**
     * @param time from now on
     */
    public CutOff(ScheduledExecutorService clock, Duration time) {
        end = clock.schedule(this::cut, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A connection to exactly this address, through no proxy; the one before is closed. */
    Socket connect(InetSocketAddress address) throws IOException {
        Socket opened = guard(new Socket(Proxy.NO_PROXY));
        opened.connect(address, LONGEST_CONNECTING_MILLIS);
        return opened;
    }

    /**
     * The socket that is closed from now on; the one before is closed at once.
     *
     * @param opened not connected yet
     */
    public synchronized Socket guard(Socket opened) throws IOException {
        if (over) {
            throw new SocketException("the time is up");
        }
        closeSocket();
        socket = opened;
        return opened;
    }

    /** Whether it came to that. */
    public synchronized boolean passed() {
        return over;
    }

    private synchronized void cut() {
        over = true;
        closeSocket();
    }

    @Override
    public synchronized void close() {
        end.cancel(false);
        closeSocket();
    }

    private synchronized void closeSocket() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // there is nothing left to close
        }
    }
}
