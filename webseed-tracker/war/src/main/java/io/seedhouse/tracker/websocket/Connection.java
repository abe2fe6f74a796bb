package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * One client's connection. It is used on its own I/O thread, but anybody may {@link #send}, and
 * {@link #look} after it. Tests make some without a channel.
 */
class Connection {
    /** Torrents that one page takes part in. */
    static final int MOST_TORRENTS = 64;

    /** Proxies cut what is silent for a minute, so a ping goes sooner. */
    static final long PING_AFTER = 45_000;

    private static final long DROP_AFTER = 100_000;
    private static final long MESSAGE_MILLIS = 20_000;
    private static final long CLOSING_MILLIS = 5_000;

    /** Until a frame must be taken; who reads nothing and speaks on would stay for ever. */
    private static final long TAKING_MILLIS = 30_000;

    private static final byte[] NOTHING = {};

    private final WebSocketChannel channel;
    private final Visitor visitor;
    private final Allowance allowance;
    private final Tally tally;
    private final Map<Pool, Peer> peers = new HashMap<>();
    private final Backlog backlog;
    private final Outbox outbox = new Outbox();
    final Memory memory;

    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long messageSince = Long.MAX_VALUE;
    private volatile long closingSince = Long.MAX_VALUE;
    private volatile boolean sending;
    private volatile int taken;
    private int stuckAfter = -1;
    private long stuckSince;

    Connection(
            WebSocketChannel channel,
            Visitor visitor,
            Tally tally,
            Backlog backlog,
            Memory memory,
            long now) {
        this.channel = channel;
        this.visitor = visitor;
        this.tally = tally;
        this.backlog = backlog;
        this.memory = memory;
        allowance = new Allowance(now);
        heardAt = now;
        pingedAt = now;
    }

    Visitor visitor() {
        return visitor;
    }

    boolean isClosing() {
        return closingSince != Long.MAX_VALUE;
    }

    /** Something came; false when that is too much and the connection is to end. */
    boolean hear(long now) {
        heardAt = now;
        return allowance.take(now);
    }

    /** A message's first bytes came. */
    void begin(long now) {
        messageSince = now;
    }

    /** A message is whole. */
    void end() {
        messageSince = Long.MAX_VALUE;
    }

    /**
     * This connection's part in a torrent, begun when it has none.
     *
     * @return null when it takes part in too many, or all together do
     */
    @Nullable Peer peer(Pool pool, String id) {
        Peer known = peers.get(pool);
        if (known != null) {
            return known;
        }
        if (peers.size() >= MOST_TORRENTS) {
            forgetThoseLeft();
        }
        if (takesPartInTooMany() || !memory.take()) {
            return null;
        }
        Peer peer = new Peer(this, id);
        peers.put(pool, peer);
        return peer;
    }

    boolean takesPartInTooMany() {
        return peers.size() >= MOST_TORRENTS;
    }

    private void forgetThoseLeft() {
        Map<Pool, Peer> left = new HashMap<>(peers);
        left.entrySet().removeIf(entry -> entry.getKey().has(entry.getValue()));
        left.forEach(this::forget);
    }

    private void forget(Pool pool, Peer peer) {
        pool.leave(peer);
        peers.remove(pool);
        memory.forget(1);
    }

    /** Leaves every torrent at once. */
    void leave() {
        Map.copyOf(peers).forEach(this::forget);
    }

    /** The connection is gone. */
    void isGone() {
        leave();
        backlog.end();
    }

    /** Holds more bytes of a message that is not whole; false when these are too many. */
    boolean hold(int bytes) {
        return backlog.hold(bytes);
    }

    /** The bytes of a message are no longer held. */
    void release(int bytes) {
        backlog.release(bytes);
    }

    /** Sends a text; from any thread. */
    void send(byte[] text) {
        send(text.length, sent -> hand(WebSocketFrameType.TEXT, ByteBuffer.wrap(text), sent));
    }

    /** Answers a ping. */
    void pong(byte[] data) {
        send(data.length, sent -> hand(WebSocketFrameType.PONG, ByteBuffer.wrap(data), sent));
    }

    /** Hands a frame to Undertow, which says when it is taken. */
    void hand(WebSocketFrameType type, ByteBuffer bytes, WebSocketCallback<Void> sent) {
        if (type == WebSocketFrameType.TEXT) {
            WebSockets.sendText(bytes, channel, sent);
        } else {
            WebSockets.sendPong(bytes, channel, sent);
        }
    }

    private void send(int length, Consumer<WebSocketCallback<Void>> frame) {
        int held = length + Outbox.OVERHEAD;
        if (backlog.hold(held)) {
            onItsThread(() ->
                    outbox.add(sent -> {
                        sending = true;
                        frame.accept(whenSent(held, sent));
                    }));
        } else {
            drop();
        }
    }

    private WebSocketCallback<Void> whenSent(int held, Runnable then) {
        return new WebSocketCallback<>() {
            @Override
            public void complete(WebSocketChannel to, @Nullable Void unused) {
                sending = false;
                taken++;
                backlog.release(held);
                then.run();
            }

            @Override
            public void onError(WebSocketChannel to, @Nullable Void unused, Throwable cause) {
                IoUtils.safeClose(to);
            }
        };
    }

    /** Ends it because the other side broke the protocol, saying why where that may be read. */
    void refuse(byte[] why, int code, long now) {
        if (!isClosing()) {
            tally.malformed(Transport.WEBSOCKET);
            if (why.length > 0) {
                send(why);
            }
            close(code, now);
        }
    }

    /** The same without a word. */
    void refuse(int code, long now) {
        refuse(NOTHING, code, now);
    }

    /** The other side ends it; what still comes is ignored. */
    void isLeft(long now) {
        closingSince = now;
        leave();
    }

    void close(int code, long now) {
        isLeft(now);
        send(0, sent -> WebSockets.sendClose(code, "", channel, sent));
    }

    /** Ends it because the server stops, and waits for no reply; from any thread. */
    void goAway() {
        onItsThread(() -> {
            WebSockets.sendClose(CloseMessage.GOING_AWAY, "", channel, null);
            IoUtils.safeClose(channel);
        });
    }

    /** Ends it at once. */
    void drop() {
        onItsThread(() -> IoUtils.safeClose(channel));
    }

    /** Pings it or drops it when its time has come; now and then, by one thread. */
    void look(long now) {
        if (now - heardAt > DROP_AFTER
                || messageSince != Long.MAX_VALUE && now - messageSince > MESSAGE_MILLIS
                || takesNothing(now)
                || isClosing() && now - closingSince > CLOSING_MILLIS) {
            drop();
        } else if (now - Math.max(heardAt, pingedAt) > PING_AFTER) {
            pingedAt = now;
            send(0, sent -> WebSockets.sendPing(ByteBuffer.allocate(0), channel, sent));
        }
    }

    private boolean takesNothing(long now) {
        int stuckNow = sending ? taken : -1;
        if (stuckNow != stuckAfter) {
            stuckAfter = stuckNow;
            stuckSince = now;
        }
        return stuckNow >= 0 && now - stuckSince > TAKING_MILLIS;
    }

    /** Once the server stops, nothing is done any more. */
    void onItsThread(Runnable task) {
        if (Thread.currentThread() == channel.getIoThread()) {
            task.run();
        } else {
            try {
                channel.getIoThread().execute(task);
            } catch (RejectedExecutionException stopping) {
                IoUtils.safeClose(channel);
            }
        }
    }
}
