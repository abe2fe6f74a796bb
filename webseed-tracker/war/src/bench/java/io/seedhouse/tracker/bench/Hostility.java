package io.seedhouse.tracker.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Traffic that means a tracker no good, within bounds and only on loopback: malformed datagrams,
 * guessed connection ids, broken and giant queries, requests that never end, and connections that
 * ask for nothing.
 */
final class Hostility implements AutoCloseable {
    private static final int DATAGRAMS_IN_ONE_GO = 50;
    private static final int LINGERING = 50;
    private static final List<String> QUERIES =
            List.of(
                    "",
                    "info_hash=%zz",
                    "info_hash=%",
                    "info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=short&port=1&left=0",
                    "info_hash=aaaaaaaaaaaaaaaaaaaa&port=0",
                    "info_hash=aaaaaaaaaaaaaaaaaaaa&left=-5&port=99999&numwant=99999999999999",
                    "a=".repeat(3000),
                    "&".repeat(6000),
                    "info_hash=" + "%41".repeat(2000));

    private final LongAdder sent = new LongAdder();
    private final LongAdder refusedConnections = new LongAdder();
    private final InetSocketAddress udp;
    private final InetSocketAddress http;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile boolean over;

    Hostility(int udpPort, int httpPort) {
        udp = new InetSocketAddress("127.0.0.1", udpPort);
        http = new InetSocketAddress("127.0.0.1", httpPort);
        threads.execute(() -> again(20, this::datagrams));
        threads.execute(() -> again(20, this::brokenQuery));
        threads.execute(() -> again(50, this::floodOfConnections));
        threads.execute(this::endless);
    }

    private interface Action {
        void once(SplittableRandom random) throws IOException;
    }

    private void again(int millis, Action action) {
        SplittableRandom random = new SplittableRandom(millis);
        while (!over) {
            try {
                action.once(random);
            } catch (IOException turnedAway) {
                refusedConnections.increment();
            }
            pause(millis);
        }
    }

    /** About 2500 a second: noise, and what looks like a request but for one thing. */
    private void datagrams(SplittableRandom random) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(udp);
            channel.configureBlocking(false);
            for (int i = 0; i < DATAGRAMS_IN_ONE_GO; i++) {
                byte[] datagram = new byte[random.nextInt(i % 10 == 0 ? 3000 : 120)];
                random.nextBytes(datagram);
                if (datagram.length >= 16) {
                    ByteBuffer.wrap(datagram).putInt(8, i % 5);
                }
                channel.write(ByteBuffer.wrap(datagram));
                sent.increment();
            }
        }
    }

    private void brokenQuery(SplittableRandom random) throws IOException {
        String query = QUERIES.get(random.nextInt(QUERIES.size()));
        String path = random.nextBoolean() ? "announce" : "scrape";
        try (Socket socket = connect()) {
            String request =
                    "GET /tracker/"
                            + path
                            + '?'
                            + query
                            + " HTTP/1.1\r\nHost: x\r\nConnection: close";
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(ISO_8859_1));
            InputStream answer = socket.getInputStream();
            answer.readNBytes(10_000);
            sent.increment();
        }
    }

    private void floodOfConnections(SplittableRandom random) throws IOException {
        for (int i = random.nextInt(10); i >= 0; i--) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write('G');
                sent.increment();
            }
        }
    }

    /** Requests that come a byte at a time and never end, many at once. */
    private void endless() {
        List<Socket> open = new ArrayList<>();
        try {
            while (!over) {
                trickle(open);
                pause(500);
            }
        } finally {
            open.forEach(Hostility::close);
        }
    }

    private void trickle(List<Socket> open) {
        try {
            while (open.size() < LINGERING) {
                Socket socket = connect();
                socket.getOutputStream()
                        .write("GET /tracker/announce?info_hash=".getBytes(ISO_8859_1));
                open.add(socket);
            }
        } catch (IOException turnedAway) {
            refusedConnections.increment();
        }
        open.removeIf(socket -> !takesOneMore(socket));
    }

    private boolean takesOneMore(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            sent.increment();
            return true;
        } catch (IOException turnedAway) {
            close(socket);
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(5000);
        socket.connect(http, 5000);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // It was to go anyway.
        }
    }

    private void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            over = true;
        }
    }

    /** Datagrams, requests, connections and stray bytes so far. */
    long sent() {
        return sent.sum();
    }

    /** Attempts that met a closed or silent connection. */
    long turnedAway() {
        return refusedConnections.sum();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdownNow();
        threads.awaitTermination(20, TimeUnit.SECONDS);
    }
}
