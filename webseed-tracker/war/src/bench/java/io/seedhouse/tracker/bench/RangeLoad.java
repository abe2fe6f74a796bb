package io.seedhouse.tracker.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for random ranges of one file over connections that stay, the same ranges of every server,
 * and throws the bytes away after counting them.
 *
 * @param path of the file on the server
 * @param size of the file
 * @param length of a range
 * @param connections at a time
 */
record RangeLoad(int port, String path, long size, int length, int connections) {

    /** Reads so many bytes in all; returns the seconds it took. */
    double read(long bytes) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int seed = i;
                Callable<Void> client =
                        () -> {
                            ask(new SplittableRandom(seed), bytes / connections / length);
                            return null;
                        };
                running.add(threads.submit(client));
            }
            for (Future<Void> client : running) {
                client.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void ask(SplittableRandom random, long times) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
        try (SocketChannel channel = SocketChannel.open(server)) {
            for (long i = 0; i < times; i++) {
                long first = random.nextLong(size - length);
                String request =
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nRange: bytes=%d-%d\r\n\r\n"
                                .formatted(path, first, first + length - 1);
                channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
                skip(channel, buffer);
            }
        }
    }

    private void skip(SocketChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int end = -1;
        while (end < 0) {
            read(channel, buffer);
            end = endOfHeader(buffer);
        }
        long left = length - (buffer.position() - end);
        while (left > 0) {
            buffer.clear();
            buffer.limit((int) Math.min(left, buffer.capacity()));
            left -= read(channel, buffer);
        }
        if (left < 0) {
            throw new IOException("more bytes than asked for");
        }
    }

    private static int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
        int count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("the server hung up");
        }
        return count;
    }

    private static int endOfHeader(ByteBuffer buffer) throws IOException {
        byte[] seen = new byte[Math.min(buffer.position(), 2048)];
        buffer.get(0, seen);
        String text = new String(seen, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end >= 0 && !text.startsWith("HTTP/1.1 206")) {
            throw new IOException("not a range: " + text.substring(0, text.indexOf('\r')));
        }
        return end < 0 ? -1 : end + 4;
    }
}
