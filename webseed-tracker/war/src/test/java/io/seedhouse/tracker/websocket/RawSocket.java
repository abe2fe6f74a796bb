package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A WebSocket of which a test writes every byte, and reads only what it wants to. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int PING = 9;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;

    private final Socket socket = new Socket();

    RawSocket(int port, String... headers) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        StringBuilder request = new StringBuilder("GET /tracker/ws HTTP/1.1\r\nHost: x\r\n");
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13");
        request.append("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        write((request + "\r\n").getBytes(ISO_8859_1));
        readUntil("HTTP/1.1 101 ");
        readUntil("\r\n\r\n");
    }

    /** A frame whose mask is zero, so that it can be read. */
    static byte[] frame(int type, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) (LAST | type));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** One byte; -1 when the other side has closed. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Reads past a text. */
    void readUntil(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text, Math.max(0, read.length() - text.length())) < 0) {
            int next = read();
            if (next < 0) {
                throw new EOFException("closed after: " + read);
            }
            read.append((char) next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
