package io.seedhouse.tracker.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One client's connection: carries what is heard and said, one answer at a time, and counts what
 * the client costs. While an answer waits, to be paid for or to be taken, nothing more is heard.
 */
final class Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Conversation conversation;
    private final Bounds bounds;
    private final Allowance allowance;
    private final long network;
    private final long since;
    private final ByteBuffer in = ByteBuffer.allocate(Conversation.LONGEST_READ);
    private ByteBuffer out = NOTHING;
    private boolean paid;
    private long heard;
    private int messages;
    private long lastMessage;

    /**
     * @param network what of the client's address counts, see {@link Guests}
     * @param now in milliseconds
     */
    Connection(
            SocketChannel channel,
            SelectionKey key,
            Conversation conversation,
            Bounds bounds,
            Allowance allowance,
            long network,
            long now) {
        this.channel = channel;
        this.key = key;
        this.conversation = conversation;
        this.bounds = bounds;
        this.allowance = allowance;
        this.network = network;
        this.since = now;
        this.lastMessage = now;
    }

    long network() {
        return network;
    }

    /** Whether it must wait until others have paid for what they were sent. */
    boolean waits() {
        return out.hasRemaining() && !paid;
    }

    /**
     * Goes on as far as it can without waiting; reads once, so that nobody holds up the rest.
     *
     * @param itsTurn whether it may be sent something, or others have waited longer for that
     * @return false when it is over
     */
    boolean proceed(boolean itsTurn, long now) {
        try {
            return channel.isOpen() && goOn(itsTurn, now);
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean goOn(boolean itsTurn, long now) throws IOException {
        boolean mayRead = true;
        while (!out.hasRemaining() || say(itsTurn, now)) {
            switch (listen(now)) {
                case Turn.Say say -> {
                    out = say.bytes();
                    paid = false;
                }
                case Turn.End _ -> {
                    return false;
                }
                case Turn.Listen _ -> {
                    int read = mayRead ? channel.read(in) : 0;
                    heard += read;
                    if (read <= 0) {
                        key.interestOps(SelectionKey.OP_READ);
                        return read == 0 && heard <= bounds.bytesHeard();
                    }
                    mayRead = false;
                }
            }
        }
        return true;
    }

    private Turn listen(long now) {
        in.flip();
        Turn turn = conversation.next(in);
        in.compact();
        if (conversation.messages() != messages) {
            messages = conversation.messages();
            lastMessage = now;
        }
        return turn;
    }

    /** Whether all of it is said. */
    private boolean say(boolean itsTurn, long now) throws IOException {
        if (!paid && !(itsTurn && allowance.take(out.remaining(), now))) {
            key.interestOps(0);
            return false;
        }
        paid = true;
        channel.write(out);
        if (out.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE);
            return false;
        }
        out = NOTHING;
        return true;
    }

    /** Whether its time is up. */
    boolean isOver(long now) {
        return now - since >= bounds.lifeMillis()
                || now - lastMessage >= bounds.idleMillis()
                || !conversation.greeted() && now - since >= bounds.greetingMillis();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }
}
