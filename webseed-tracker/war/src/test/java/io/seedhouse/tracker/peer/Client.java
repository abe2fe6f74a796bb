package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;

/** A client made by hand, over a real socket. */
final class Client implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream in;

    private Client(String address, int port, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    static Client of(MetadataPeer peer) throws IOException {
        return of("127.0.0.1", peer);
    }

    static Client of(String address, MetadataPeer peer) throws IOException {
        return new Client(address, peer.port(), 1 << 16);
    }

    /** One whose system takes little from us unless it reads. */
    static Client unreading(MetadataPeer peer) throws IOException {
        return new Client("127.0.0.1", peer.port(), 1 << 12);
    }

    Client send(byte[]... messages) throws IOException {
        for (byte[] message : messages) {
            socket.getOutputStream().write(message);
        }
        return this;
    }

    /** Handshakes of both kinds. */
    Client greet(String infohash) throws IOException {
        send(Wire.handshake(Wire.FAST, infohash), Wire.extensions());
        byte[] reply = in.readNBytes(68);
        assertArrayEquals(
                Arrays.copyOf(Wire.handshake(Wire.FAST, infohash), 48), Arrays.copyOf(reply, 48));
        assertArrayEquals(new byte[] {0x0f}, message());
        assertEquals(20, message()[0]);
        return this;
    }

    /** Whether something has come that was not read yet. */
    boolean hasHeard() throws IOException {
        return in.available() > 0;
    }

    byte[] message() throws IOException {
        return in.readNBytes(in.readInt());
    }

    /** The metadata in the answer to a request. */
    byte[] piece(int index) throws IOException {
        byte[] answer = send(Wire.request(index)).message();
        int from = 1;
        while (answer[from] != 'e' || answer[from + 1] != 'e') {
            from++;
        }
        return Arrays.copyOfRange(answer, from + 2, answer.length);
    }

    /** Waits until we hang up; what came before is passed over. */
    void awaitEnd() throws IOException {
        try {
            in.skipNBytes(Long.MAX_VALUE);
        } catch (EOFException | SocketException ended) {
            // an orderly end, or a reset because something was left unread
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
