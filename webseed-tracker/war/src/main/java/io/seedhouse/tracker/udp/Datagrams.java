package io.seedhouse.tracker.udp;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A bound UDP socket. Only one thread may serve it; closing is for that thread too. */
interface Datagrams extends AutoCloseable {
    /** How long {@link #serve} waits at most, so that a server can be stopped. */
    int PATIENCE_MILLIS = 250;

    /** Bytes the system keeps for us while we are busy: some ten thousand announces. */
    int RECEIVE_BUFFER = 4 << 20;

    /** The port it is bound to. */
    int port();

    /**
     * Waits for datagrams, has each answered and sends the answers.
     *
     * @return how many came; 0 when none came in time
     * @throws IOException when the socket is of no more use
     */
    int serve(Answerer answerer) throws IOException;

    @Override
    void close();

    /**
     * Binds the quickest kind that this machine has.
     *
     * @throws java.net.BindException when the port is taken
     */
    static Datagrams bind(InetSocketAddress address) throws IOException {
        try {
            if (LinuxSocket.isHere()) {
                return BatchDatagrams.bind(address);
            }
        } catch (LinkageError | IllegalCallerException e) {
            System.getLogger(Datagrams.class.getName())
                    .log(System.Logger.Level.INFO, "UDP one by one, for native calls fail: " + e);
        }
        return ChannelDatagrams.bind(address);
    }
}
