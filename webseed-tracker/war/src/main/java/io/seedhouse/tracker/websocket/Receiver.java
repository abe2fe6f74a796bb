package io.seedhouse.tracker.websocket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes a connection's frames, within bounds, and hands whole text messages on. */
final class Receiver extends AbstractReceiveListener {
    /** Bytes of a message: five or ten offers as browsers make them, many times over. */
    static final int LONGEST_MESSAGE = 64 * 1024;

    /** Bytes of a control frame (RFC 6455, 5.5). */
    private static final int LONGEST_CONTROL = 125;

    private final Connection connection;
    private final Signalling signalling;

    Receiver(Connection connection, Signalling signalling) {
        this.connection = connection;
        this.signalling = signalling;
    }

    @Override
    protected void onText(WebSocketChannel channel, StreamSourceFrameChannel frame) {
        if (mayGoOn()) {
            connection.begin(signalling.now());
            new IncomingText(connection, signalling).handleEvent(frame);
        } else {
            IncomingText.ignore(frame);
        }
    }

    @Override
    protected void onBinary(WebSocketChannel channel, StreamSourceFrameChannel frame) {
        connection.refuse(CloseMessage.MSG_VIOLATES_POLICY, signalling.now());
        IncomingText.ignore(frame);
    }

    @Override
    protected void onPing(WebSocketChannel channel, StreamSourceFrameChannel frame)
            throws IOException {
        if (mayGoOn()) {
            super.onPing(channel, frame);
        } else {
            IncomingText.ignore(frame);
        }
    }

    /** Undertow's own answer would wait in a queue without bound. */
    @Override
    protected void onFullPingMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        try (var data = message.getData()) {
            ByteBuffer ping = WebSockets.mergeBuffers(data.getResource());
            byte[] pong = new byte[ping.remaining()];
            ping.get(pong);
            connection.pong(pong);
        }
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message)
            throws IOException {
        super.onFullPongMessage(channel, message);
        mayGoOn();
    }

    /** Undertow lets a connection lie half open when the other side closes last. */
    @Override
    protected void onFullCloseMessage(WebSocketChannel channel, BufferedBinaryMessage message)
            throws IOException {
        boolean both = channel.isCloseFrameSent();
        super.onFullCloseMessage(channel, message);
        if (both) {
            connection.drop();
        }
    }

    /** Called as well when the other side is gone without a word. */
    @Override
    protected void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
        connection.isLeft(signalling.now());
    }

    private boolean mayGoOn() {
        if (connection.isClosing()) {
            return false;
        }
        boolean allowed = connection.hear(signalling.now());
        if (!allowed) {
            signalling.tooMany(connection);
        }
        return allowed;
    }

    @Override
    protected long getMaxPingBufferSize() {
        return LONGEST_CONTROL;
    }

    @Override
    protected long getMaxPongBufferSize() {
        return LONGEST_CONTROL;
    }

    @Override
    protected long getMaxCloseBufferSize() {
        return LONGEST_CONTROL;
    }
}
