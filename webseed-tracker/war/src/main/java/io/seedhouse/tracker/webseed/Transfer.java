package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends one body on the connection's I/O thread. A turn is bounded, so that one fast client cannot
 * hold the thread; and a client that takes nothing for {@value #STALL_SECONDS} seconds is cut off.
 * The body is closed in every case.
 */
final class Transfer implements ChannelListener<StreamSinkChannel> {
    private static final long TURN = 8 << 20;
    private static final int STALL_SECONDS = 60;

    private final HttpServerExchange exchange;
    private final Body body;
    private long sent;
    private long sentWhenLastLooked = -1;
    private XnioExecutor.@Nullable Key watch;

    Transfer(HttpServerExchange exchange, Body body) {
        this.exchange = exchange;
        this.body = body;
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
        long left = TURN;
        while (!body.isSent()) {
            long now = left == 0 ? 0 : body.send(channel, left);
            if (now == 0) {
                return false;
            }
            sent += now;
            left -= now;
        }
        return true;
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
        body.close();
        if (watch != null) {
            watch.remove();
        }
    }
}
