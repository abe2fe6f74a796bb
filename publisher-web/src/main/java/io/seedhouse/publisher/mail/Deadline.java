package io.seedhouse.publisher.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens one socket that is closed when the time is up, whatever the other side does. Limits on each
 * read and write are not enough: a server that sends a byte now and then keeps to all of them.
 */
final class Deadline extends SocketFactory implements AutoCloseable {
    private final Future<?> end;
    private @Nullable Socket socket;
    private boolean over;

    Deadline(ScheduledExecutorService clock, Duration time) {
        end = clock.schedule(this::cut, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (over) {
            throw new SocketTimeoutException("the time is up");
        }
        Socket opened = new Socket();
        socket = opened;
        return opened;
    }

    /** Whether it came to that. */
    synchronized boolean passed() {
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

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("only sockets that are not yet connected");
    }
}
