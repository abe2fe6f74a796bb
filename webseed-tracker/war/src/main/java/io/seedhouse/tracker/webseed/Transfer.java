package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Pace;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends one body on the connection's I/O thread, one share after another as its {@link Pace}
 * allows; while it waits, for the pace or for the client, it holds no thread. Looks up every now
 * and then: a client that takes nothing is cut off, and so is everyone when the torrent is retired.
 * The body is closed in every case.
 */
final class Transfer implements ChannelListener<StreamSinkChannel> {
    /** So much in one go, however fast the client is: others share the thread. */
    private static final long TURN = 8 << 20;

    private final HttpServerExchange exchange;
    private final UUID bundle;
    private final Body body;
    private final Transfers shared;
    private final Pace pace;
    private final Patience patience;
    private long share;
    private long sent;
    private long reported;
    private boolean paused;
    private boolean ended;
    private XnioExecutor.@Nullable Key watch;
    private XnioExecutor.@Nullable Key pause;

    Transfer(HttpServerExchange exchange, UUID bundle, Body body, Transfers shared, Pace pace) {
        this.exchange = exchange;
        this.bundle = bundle;
        this.body = body;
        this.shared = shared;
        this.pace = pace;
        this.patience = new Patience(shared.patienceNanos());
    }

    /** Hands the exchange to its I/O thread, which does the rest once the handler has returned. */
    void run() {
        Executor next =
                exchange.isInIoThread() ? SameThreadExecutor.INSTANCE : exchange.getIoThread();
        exchange.dispatch(next, this::begin);
    }

    private void begin() {
        StreamSinkChannel channel = exchange.getResponseChannel();
        channel.getWriteSetter().set(this);
        handleEvent(channel);
    }

    @Override
    public void handleEvent(StreamSinkChannel channel) {
        if (ended) {
            return;
        }
        try {
            proceed(channel);
        } catch (IOException | RejectedExecutionException clientOrServerGone) {
            abort();
        } catch (RuntimeException | Error e) {
            abort();
            throw e;
        }
    }

    private void proceed(StreamSinkChannel channel) throws IOException {
        long turn = TURN;
        while (!body.isSent()) {
            if (share == 0 && !isMyTurn(channel)) {
                return;
            }
            long now = turn == 0 ? 0 : body.send(channel, Math.min(share, turn));
            sent += now;
            share -= now;
            turn -= now;
            if (now == 0 || body.isBlocked()) {
                watch();
                channel.resumeWrites();
                return;
            }
        }
        finish();
    }

    private boolean isMyTurn(StreamSinkChannel channel) {
        long delay = pace.delay(shared.now());
        if (delay == 0) {
            share = pace.take();
            return true;
        }
        paused = true;
        watch();
        channel.suspendWrites();
        pause =
                exchange.getIoThread()
                        .executeAfter(
                                () -> resume(channel),
                                TimeUnit.NANOSECONDS.toMillis(delay) + 1,
                                TimeUnit.MILLISECONDS);
        return false;
    }

    private void resume(StreamSinkChannel channel) {
        paused = false;
        pause = null;
        handleEvent(channel);
    }

    private void watch() {
        if (watch == null) {
            lookLater();
        }
    }

    private void lookLater() {
        watch =
                exchange.getIoThread()
                        .executeAfter(this::look, shared.watchMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (ended) {
            return;
        }
        report();
        if (!shared.serves(bundle) || patience.isOver(sent, paused, shared.now())) {
            abort();
            return;
        }
        try {
            lookLater();
        } catch (RejectedExecutionException serverStops) {
            abort();
        }
    }

    private void report() {
        shared.report(bundle, body.seed(), sent - reported);
        reported = sent;
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
        if (ended) {
            return;
        }
        ended = true;
        report();
        body.close();
        pace.close();
        shared.leave(exchange);
        if (watch != null) {
            watch.remove();
        }
        if (pause != null) {
            pause.remove();
        }
    }
}
