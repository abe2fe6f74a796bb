package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.torrent.Admitting;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byte for byte, through a real server and its keep-alive connections. */
class TransferTest {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final int SIZE = 40_000_003;
    private static final long FAR = 5L << 30;

    @TempDir Path home;
    private EmbeddedTracker tracker;
    private HttpClient client;
    private byte[] film;

    @BeforeEach
    void start() throws Exception {
        Path folder = Files.createDirectories(home.resolve("content/" + BUNDLE + "/Film"));
        film = new byte[SIZE];
        new SplittableRandom(7).nextBytes(film);
        Files.write(folder.resolve("film.age"), film);
        tracker =
                new EmbeddedTracker(
                        Admitting.only(
                                new Torrent(BUNDLE, new Infohash("a".repeat(40)), null, "Film")),
                        home.resolve("content"),
                        "");
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        tracker.close();
    }

    @Test
    void sendsExactlyTheBytesOfEveryRangeAroundTheBufferSizes() throws Exception {
        int[] starts = {0, 1, 4095, 4096, 16383, 16384, 16385, 1 << 20, SIZE - 16385, SIZE - 1};
        int[] lengths = {1, 2, 100, 8192, 16383, 16384, 16385, 16386, 32768, 65537, 1 << 20};
        for (int start : starts) {
            for (int length : lengths) {
                assertSame(start, Math.min(SIZE, start + length));
            }
        }
    }

    @Test
    void sendsExactlyTheBytesOfRandomRangesToManyClientsAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Void> rounds =
                    () -> {
                        SplittableRandom random =
                                new SplittableRandom(Thread.currentThread().threadId());
                        for (int i = 0; i < 60; i++) {
                            int start = random.nextInt(SIZE);
                            int longest = Math.min(SIZE - start, i % 10 == 0 ? SIZE : 300_000);
                            assertSame(start, start + random.nextInt(1, longest + 1));
                        }
                        return null;
                    };
            for (Future<Void> round : threads.invokeAll(java.util.Collections.nCopies(8, rounds))) {
                round.get();
            }
        }
    }

    @Test
    void sendsTheWholeFile() throws Exception {
        byte[] whole = client.send(request("film.age").build(), BodyHandlers.ofByteArray()).body();
        assertArrayEquals(film, whole);
    }

    @Test
    void readsRightBeyondFourGibibytes() throws Exception {
        byte[] tail = "the far end of a long film".getBytes(StandardCharsets.US_ASCII);
        Path huge = home.resolve("content/" + BUNDLE + "/Film/huge.age");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.seek(FAR);
            file.write(tail);
        }
        HttpResponse<byte[]> far = range("huge.age", FAR, FAR + tail.length - 1);
        assertArrayEquals(tail, far.body());
        assertEquals(
                "bytes %d-%d/%d".formatted(FAR, FAR + tail.length - 1, FAR + tail.length),
                far.headers().firstValue("content-range").orElse(""));
        long before = FAR - 100_000;
        byte[] expected = new byte[100_000 + tail.length];
        System.arraycopy(tail, 0, expected, 100_000, tail.length);
        assertArrayEquals(expected, range("huge.age", before, FAR + 1000).body());
        HttpRequest head = request("huge.age").HEAD().build();
        assertEquals(
                FAR + tail.length,
                client.send(head, BodyHandlers.discarding())
                        .headers()
                        .firstValueAsLong("content-length")
                        .orElse(0));
    }

    @Test
    void sendsPartsFromBothSidesOfFourGibibytes() throws Exception {
        Path huge = home.resolve("content/" + BUNDLE + "/Film/huge.age");
        byte[][] marks = new byte[3][100_000];
        long[] starts = {7, (4L << 30) - 50_000, FAR};
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            for (int i = 0; i < marks.length; i++) {
                new SplittableRandom(i).nextBytes(marks[i]);
                file.seek(starts[i]);
                file.write(marks[i]);
            }
        }
        String ranges = "bytes=-100000,7-100006,%d-%d".formatted(starts[1], starts[1] + 99_999);
        byte[] body =
                client.send(
                                request("huge.age").header("Range", ranges).build(),
                                BodyHandlers.ofByteArray())
                        .body();
        assertArrayEquals(marks[2], after("%d-%d/".formatted(FAR, FAR + 99_999), body));
        assertArrayEquals(marks[0], after("7-100006/", body));
        assertArrayEquals(marks[1], after("%d-%d/".formatted(starts[1], starts[1] + 99_999), body));
    }

    @Test
    void sendsExactlyTheBytesOfRandomPartsOnAConnectionThatStays() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 40; round++) {
            int[] starts = random.ints(5, 0, SIZE - 1_100_000).toArray();
            int[] lengths = random.ints(5, 1, round % 4 == 0 ? 1_000_000 : 20_000).toArray();
            StringBuilder ranges = new StringBuilder("bytes=0-0");
            for (int i = 0; i < 5; i++) {
                ranges.append(",").append(starts[i]).append('-').append(starts[i] + lengths[i] - 1);
            }
            HttpResponse<byte[]> response =
                    client.send(
                            request("film.age").header("Range", ranges.toString()).build(),
                            BodyHandlers.ofByteArray());
            assertEquals(206, response.statusCode());
            ByteRange.Parts parts = (ByteRange.Parts) ByteRange.parse(ranges.toString(), SIZE);
            for (ByteRange.Part part : parts.parts()) {
                byte[] expected =
                        Arrays.copyOfRange(film, (int) part.first(), (int) part.last() + 1);
                assertArrayEquals(
                        expected,
                        after("bytes %d-%d/".formatted(part.first(), part.last()), response.body()),
                        ranges.toString());
            }
        }
    }

    /** The part whose line about its range ends so, read from a body of parts. */
    private static byte[] after(String range, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int line = text.indexOf(range);
        int start = text.indexOf("\r\n\r\n", line) + 4;
        String boundary = text.substring(0, text.indexOf("\r\n", 2));
        return Arrays.copyOfRange(body, start, text.indexOf(boundary, start));
    }

    @Test
    void closesTheFileOfAClientThatGoesAway() throws Exception {
        range("film.age", 0, 0);
        long before = filesOpen();
        for (int i = 0; i < 30; i++) {
            hangUpInTheMiddle();
        }
        awaitFilesOpen(before);
    }

    @Test
    void closesTheFileOfEveryAnswerOnAConnectionThatStays() throws Exception {
        range("film.age", 0, 0);
        long before = filesOpen();
        for (int i = 0; i < 200; i++) {
            range("film.age", i, i + 100_000);
        }
        awaitFilesOpen(before);
    }

    @Test
    void breaksTheConnectionRatherThanSendAFileThatShrank() throws Exception {
        Path file = home.resolve("content/" + BUNDLE + "/Film/film.age");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tracker.port())) {
            socket.setSoTimeout(20_000);
            ask(socket);
            InputStream in = socket.getInputStream();
            in.readNBytes(1000);
            try (RandomAccessFile shrinking = new RandomAccessFile(file.toFile(), "rw")) {
                shrinking.setLength(20_000);
            }
            long received = in.transferTo(java.io.OutputStream.nullOutputStream());
            assertTrue(received < SIZE - 1000, "received " + received);
        } catch (java.net.SocketException reset) {
            assertTrue(Files.size(file) == 20_000, reset.toString());
        }
    }

    private void hangUpInTheMiddle() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tracker.port())) {
            ask(socket);
            socket.getInputStream().readNBytes(50_000);
        }
    }

    private void ask(Socket socket) throws Exception {
        String request =
                "GET /tracker/seed/" + BUNDLE + "/Film/film.age HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private void assertSame(int start, int end) throws Exception {
        HttpResponse<byte[]> response = range("film.age", start, end - 1);
        assertEquals(206, response.statusCode());
        int differs = Arrays.mismatch(film, start, end, response.body(), 0, response.body().length);
        assertEquals(-1, differs, "range " + start + "-" + (end - 1));
    }

    private HttpResponse<byte[]> range(String name, long first, long last) throws Exception {
        HttpRequest request = request(name).header("Range", "bytes=" + first + '-' + last).build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(
                URI.create(
                        "http://127.0.0.1:%d/tracker/seed/%s/Film/%s"
                                .formatted(tracker.port(), BUNDLE, name)));
    }

    /** Sockets and files alike; both must be given back. */
    private static long filesOpen() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    private static void awaitFilesOpen(long most) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (filesOpen() > most + 2 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertTrue(filesOpen() <= most + 2, filesOpen() + " files are open, before " + most);
    }
}
