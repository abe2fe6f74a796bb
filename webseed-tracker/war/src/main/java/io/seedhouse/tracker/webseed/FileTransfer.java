package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpServerExchange;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends one part of a file from the disk's cache to the socket without a copy through our memory,
 * on the connection's I/O thread.
 *
 * <p>The first {@value #HEAD_SIZE} bytes go out of a buffer of ours. Undertow's {@code
 * transferFrom}, as long as the response's headers are not written, ignores the position and the
 * count it is given: it reads a whole buffer from wherever the channel stands, which would send
 * wrong bytes and overrun short ranges. Once a byte of the body is out, so are the headers, and
 * from there on {@code transferFrom} is the system's own sendfile.
 *
 * <p>A turn is bounded, so that one fast client cannot hold the thread; and a client that takes
 * nothing for {@value #STALL_SECONDS} seconds is cut off. The file is closed in every case.
 */
final class FileTransfer implements ChannelListener<StreamSinkChannel> {
    static final int HEAD_SIZE = 16 << 10;
    private static final long TURN = 8 << 20;
    private static final int STALL_SECONDS = 60;

    private final HttpServerExchange exchange;
    private final FileChannel file;
    private final ByteBuffer head;
    private final long end;
    private long position;
    private long sentWhenLastLooked = -1;
    private XnioExecutor.@Nullable Key watch;

    private FileTransfer(
            HttpServerExchange exchange, FileChannel file, ByteBuffer head, long start, long end) {
        this.exchange = exchange;
        this.file = file;
        this.head = head;
        this.position = start + head.remaining();
        this.end = end;
    }

    /**
     * Opens the file and reads the first bytes; may block.
     *
     * @param start first byte to send
     * @param end first byte not to send
     */
    static FileTransfer open(HttpServerExchange exchange, Path path, long start, long end)
            throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD_SIZE, end - start));
            while (head.hasRemaining()) {
                if (file.read(head, start + head.position()) < 0) {
                    throw new EOFException("a bundle's file is shorter than it was a moment ago");
                }
            }
            return new FileTransfer(exchange, file, head.flip(), start, end);
        } catch (IOException | RuntimeException | Error e) {
            IoUtils.safeClose(file);
            throw e;
        }
    }

    /** Hands the exchange to its I/O thread, which does the rest. */
    void run() {
        exchange.dispatch(exchange.getIoThread(), () -> handleEvent(exchange.getResponseChannel()));
    }

    @Override
    public void handleEvent(StreamSinkChannel channel) {
        try {
            if (sentAll(channel)) {
                finish();
            } else {
                await(channel);
            }
        } catch (IOException clientGone) {
            abort();
        }
    }

    private boolean sentAll(StreamSinkChannel channel) throws IOException {
        while (head.hasRemaining()) {
            if (channel.write(head) == 0) {
                return false;
            }
        }
        long turnEnds = Math.min(end, position + TURN);
        while (position < turnEnds) {
            long sent = channel.transferFrom(file, position, turnEnds - position);
            if (sent <= 0) {
                failIfShrunk();
                return false;
            }
            position += sent;
        }
        return position == end;
    }

    /** At the file's end nothing can be sent either; waiting for the socket would spin for ever. */
    private void failIfShrunk() throws IOException {
        if (file.size() < end) {
            throw new EOFException("a bundle's file became shorter while it was sent");
        }
    }

    private void await(StreamSinkChannel channel) {
        if (watch == null) {
            look();
        }
        channel.getWriteSetter().set(this);
        channel.resumeWrites();
    }

    /** Runs on the I/O thread, like everything else here. */
    private void look() {
        long sent = position - head.remaining();
        if (sent == sentWhenLastLooked) {
            abort();
        } else {
            sentWhenLastLooked = sent;
            watch =
                    exchange.getIoThread()
                            .executeAfter(this::look, STALL_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void finish() {
        release();
        exchange.endExchange();
    }

    private void abort() {
        release();
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }

    private void release() {
        IoUtils.safeClose(file);
        if (watch != null) {
            watch.remove();
        }
    }
}
