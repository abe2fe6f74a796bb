package io.seedhouse.publisher.mail;

import io.seedhouse.publisher.outgoing.CutOff;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.SocketFactory;

/**
 * Opens sockets for a mail server that a {@link CutOff} closes when the time is up: the mail
 * library takes them from a factory.
 */
final class Deadline extends SocketFactory implements AutoCloseable {
    private final CutOff cut;

    Deadline(ScheduledExecutorService clock, Duration time) {
        cut = new CutOff(clock, time);
    }

    @Override
    public Socket createSocket() throws IOException {
        return cut.guard(new Socket());
    }

    /** Whether it came to that. */
    boolean passed() {
        return cut.passed();
    }

    @Override
    public void close() {
        cut.close();
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
