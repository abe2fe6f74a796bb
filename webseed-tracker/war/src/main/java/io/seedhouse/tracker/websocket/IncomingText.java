package io.seedhouse.tracker.websocket;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;

/**
 * One text message as its bytes arrive, in however many frames. Undertow's own buffer keeps to its
 * bound only while everything is there at once.
 */
final class IncomingText implements ChannelListener<StreamSourceFrameChannel> {
    private final Connection connection;
    private final Signalling signalling;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private int held;
    private boolean done;

    IncomingText(Connection connection, Signalling signalling) {
        this.connection = connection;
        this.signalling = signalling;
    }

    @Override
    public void handleEvent(StreamSourceFrameChannel frame) {
        try (PooledByteBuffer pooled = frame.getWebSocketChannel().getBufferPool().allocate()) {
            if (!done) {
                read(frame, pooled.getBuffer());
            }
        } catch (IOException gone) {
            connection.drop();
        }
    }

    private void read(StreamSourceFrameChannel frame, ByteBuffer buffer) throws IOException {
        int read;
        while ((read = frame.read(buffer.clear())) > 0) {
            if (bytes.size() + read > Receiver.LONGEST_MESSAGE) {
                end();
                connection.refuse(CloseMessage.MSG_TOO_BIG, signalling.now());
                ignore(frame);
                return;
            }
            byte[] part = new byte[read];
            buffer.flip().get(part);
            bytes.writeBytes(part);
        }
        if (read == 0) {
            awaitMore(frame);
        } else {
            end();
            signalling.take(connection, bytes.toString(StandardCharsets.UTF_8));
        }
    }

    private void awaitMore(StreamSourceFrameChannel frame) {
        int more = bytes.size() - held;
        held = bytes.size();
        if (connection.hold(more)) {
            frame.getReadSetter().set(this);
            frame.resumeReads();
        } else {
            done = true;
            connection.drop();
        }
    }

    private void end() {
        done = true;
        connection.release(held);
        connection.end();
    }

    /** Lets a message's bytes pass. */
    static void ignore(StreamSourceFrameChannel frame) {
        frame.getReadSetter().set(ChannelListeners.drainListener(Long.MAX_VALUE, null, null));
        frame.wakeupReads();
    }
}
