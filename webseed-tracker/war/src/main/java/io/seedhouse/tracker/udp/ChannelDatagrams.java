package io.seedhouse.tracker.udp;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** Datagrams one by one, on any machine that runs Java. */
final class ChannelDatagrams implements Datagrams {
    private static final int BATCH = 64;

    private final DatagramChannel channel;
    private final Selector selector;
    private final ByteBuffer request = ByteBuffer.allocateDirect(Answerer.LONGEST_REQUEST + 1);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(Answerer.LONGEST_ANSWER);
    private final MemorySegment in = MemorySegment.ofBuffer(request);
    private final MemorySegment out = MemorySegment.ofBuffer(answer);
    private final Sender sender = new Sender();

    private ChannelDatagrams(DatagramChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    static ChannelDatagrams bind(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(address);
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new ChannelDatagrams(channel, selector);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public int serve(Answerer answerer) throws IOException {
        selector.select(PATIENCE_MILLIS);
        selector.selectedKeys().clear();
        answerer.turn();
        int served = 0;
        while (served < BATCH && serveOne(answerer)) {
            served++;
        }
        return served;
    }

    private boolean serveOne(Answerer answerer) throws IOException {
        SocketAddress from = receive();
        if (from instanceof InetSocketAddress address) {
            byte[] bytes = address.getAddress().getAddress();
            if (bytes.length == 4) {
                sender.v4(MemorySegment.ofArray(bytes), 0);
            } else {
                sender.v6(MemorySegment.ofArray(bytes), 0);
            }
            int length = answerer.answer(in, 0, request.position(), sender, out, 0);
            if (length > 0) {
                send(length, from);
            }
        }
        return from != null;
    }

    /** An answer that cannot be sent is dropped: to port 0, say, which a stranger may claim. */
    private void send(int length, SocketAddress to) {
        try {
            channel.send(answer.clear().limit(length), to);
        } catch (IOException dropped) {
            answer.clear();
        }
    }

    private @Nullable SocketAddress receive() throws IOException {
        request.clear();
        try {
            return channel.receive(request);
        } catch (PortUnreachableException gone) {
            return null;
        }
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            channel.disconnect();
        } catch (IOException alreadyClosed) {
            // nothing to save
        }
    }
}
