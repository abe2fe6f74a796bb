package io.seedhouse.tracker.webseed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.CourtesyPolicy;
import io.seedhouse.tracker.courtesy.Crowd;
import io.seedhouse.tracker.courtesy.Rates;
import io.seedhouse.tracker.http.EmbeddedTracker;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a web seed does when it is asked for more than it wants to give at once. */
class LimitsTest {
    private static final int SIZE = 40_000_000;
    private static final Torrent FILM =
            new Torrent(UUID.randomUUID(), new Infohash("a".repeat(40)), null, "film.age");
    private static final Duration LONG = Duration.ofMinutes(10);

    /** At this rate the film would take forty minutes. */
    private static final Rates SLOW = new Rates(0, 0, 16 << 10);

    @TempDir Path home;
    private final AdmittedTorrents admitted = Admitting.only(FILM);
    private final Tally tally = new Tally();
    private final byte[] film = new byte[SIZE];
    private final List<Socket> sockets = new ArrayList<>();
    private EmbeddedTracker tracker = new EmbeddedTracker(admitted, Path.of("unused"), "");

    @BeforeEach
    void write() throws IOException {
        new SplittableRandom(3).nextBytes(film);
        Path folder = Files.createDirectories(home.resolve(FILM.bundleId().toString()));
        Files.write(folder.resolve("film.age"), film);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        tracker.close();
    }

    private void start(Courtesy courtesy, int files, int waiting, Duration patience) {
        Origin.Limits limits = new Origin.Limits(files, waiting, files + waiting, patience);
        tracker = started(WebSeeds.limited(admitted, home, tally, courtesy, limits));
    }

    private EmbeddedTracker started(Origin origin) {
        tracker.close();
        return new EmbeddedTracker(origin);
    }

    private static Courtesy healthy(Rates rates) {
        return new Courtesy(rates, new CourtesyPolicy(5), bundle -> new Crowd(50, 5, 0));
    }

    /** Asks and does not read; a small buffer leaves most of the film with the server. */
    private Socket ask(String address, String... headers) throws IOException {
        return askFrom("127.0.0.1", address, headers);
    }

    private Socket askFrom(String client, String address, String... headers) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(client, 0));
        sockets.add(socket);
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), tracker.port()));
        String lines = String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "");
        String request = "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private Response get(String address, String... headers) throws IOException {
        return tracker.client().get(address, headers);
    }

    private static String film() {
        return "/tracker/seed/" + FILM.bundleId() + "/film.age";
    }

    private static String header(Socket socket) throws IOException {
        StringBuilder header = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertTrue(next >= 0, "hung up after: " + header);
            header.append((char) next);
        }
        return header.toString();
    }

    /** Bytes until the server hangs up. */
    private static long rest(Socket socket) throws IOException {
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            return 0;
        }
    }

    private static long filesOpen() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    private static void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void twoHundredSlowClientsCostNoThreadEach() throws IOException {
        Origin.Limits usual = Origin.Limits.of(1000);
        tracker = started(WebSeeds.limited(admitted, home, tally, Courtesy.none(), usual));
        for (int i = 0; i < 50; i++) {
            get(film(), "Range: bytes=0-0");
        }
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            slow.add(ask(film()));
        }
        for (Socket socket : slow) {
            assertTrue(header(socket).startsWith("HTTP/1.1 200"));
        }
        for (int position = 0; position < 200_000; position += 20_000) {
            for (Socket socket : slow) {
                byte[] some = socket.getInputStream().readNBytes(20_000);
                byte[] expected = Arrays.copyOfRange(film, position, position + 20_000);
                assertArrayEquals(expected, some);
            }
        }
        int more = ManagementFactory.getThreadMXBean().getThreadCount() - before;
        assertTrue(more < 20, more + " more threads");
        assertEquals(206, get(film(), "Range: bytes=5-9").status());
    }

    @Test
    void whoWaitsForAFileHoldsNoneAndIsServedInTurn() throws IOException {
        start(Courtesy.none(), 2, 50, LONG);
        List<Socket> first = List.of(ask(film()), ask(film()));
        for (Socket socket : first) {
            header(socket);
        }
        long open = filesOpen();
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(ask(film(), "Range: bytes=7-9"));
        }
        // What needs no file is answered meanwhile, so the others have been looked at, too.
        assertEquals(200, tracker.client().send("HEAD", film()).status());
        assertEquals(416, get(film(), "Range: bytes=99999999-").status());
        assertTrue(filesOpen() <= open + 42, "only sockets were opened");
        first.getFirst().close();
        for (Socket socket : waiting) {
            assertTrue(header(socket).startsWith("HTTP/1.1 206"));
            assertArrayEquals(
                    Arrays.copyOfRange(film, 7, 10), socket.getInputStream().readNBytes(3));
        }
    }

    /** All of 127.0.0.0/8 is this machine. */
    @Test
    void oneAddressLeavesFilesToOthersHoweverManyItAsksFor() throws IOException {
        Origin.Limits fair = new Origin.Limits(4, 4, 2, LONG);
        tracker = started(WebSeeds.limited(admitted, home, tally, Courtesy.none(), fair));
        header(ask(film()));
        header(ask(film()));
        for (int i = 0; i < 5; i++) {
            String refused = header(ask(film(), "Range: bytes=0-0"));
            assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
            assertTrue(refused.contains("Retry-After: 30"), refused);
        }
        assertTrue(header(askFrom("127.0.0.2", film())).startsWith("HTTP/1.1 200"));
    }

    @Test
    void networksThatTheOperatorSparesHaveAllTheFilesTheyLike() throws IOException {
        Origin.Limits fair = new Origin.Limits(4, 4, 1, LONG);
        Courtesy none = Courtesy.none();
        tracker = started(WebSeeds.limited(admitted, home, tally, none, fair, "127.0.0.0/8"));
        for (int i = 0; i < 4; i++) {
            assertTrue(header(ask(film())).startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void whoNeverEndsARequestKeepsNobodyElseFromAFile() throws IOException {
        start(Courtesy.none(), 1, 10, LONG);
        Socket endless = ask(film(), "Range: bytes=0-9", "Content-Length: 1000");
        header(endless);
        assertEquals(10, endless.getInputStream().readNBytes(10).length);
        assertEquals(206, get(film(), "Range: bytes=0-0").status());
    }

    @Test
    void turnsAwayOnlyWhoFindsTheLineFull() throws Exception {
        start(Courtesy.none(), 1, 1, LONG);
        Socket first = ask(film());
        header(first);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        for (int i = 0; i < 5; i++) {
            Socket socket = ask(film(), "Range: bytes=0-0");
            Thread.startVirtualThread(() -> answers.add(headerOrFailure(socket)));
        }
        for (int i = 0; i < 4; i++) {
            String refused = String.valueOf(answers.poll(30, TimeUnit.SECONDS));
            assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
            assertTrue(refused.contains("Retry-After: 30"), refused);
        }
        first.close();
        String served = String.valueOf(answers.poll(30, TimeUnit.SECONDS));
        assertTrue(served.startsWith("HTTP/1.1 206"), served);
    }

    private static String headerOrFailure(Socket socket) {
        try {
            return header(socket);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void dropsAClientThatStopsReading() throws IOException {
        start(Courtesy.none(), 1, 10, Duration.ofMillis(300));
        Socket idle = ask(film());
        header(idle);
        assertEquals(206, get(film(), "Range: bytes=0-0").status(), "the only file is free again");
        assertTrue(rest(idle) < SIZE - 1000);
    }

    @Test
    void doesNotDropAClientThatWaitsForUs() throws IOException {
        start(healthy(new Rates(64 << 10, 0, 0)), 10, 10, Duration.ofMillis(20));
        Response answer = get(film(), "Range: bytes=0-199999");
        assertEquals(200_000, answer.body().length);
    }

    @Test
    void slowsAWholeFileAndAnswersSmallRangesMeanwhile() throws IOException {
        start(healthy(SLOW), 10, 10, LONG);
        Socket whole = ask(film());
        header(whole);
        byte[] piece = get(film(), "Range: bytes=16000000-31999999").body();
        assertArrayEquals(Arrays.copyOfRange(film, 16_000_000, 32_000_000), piece);
        assertTrue(tally.bytes() < 25_000_000, "sent " + tally.bytes());
        assertArrayEquals(Arrays.copyOf(film, 40_000), whole.getInputStream().readNBytes(40_000));
    }

    @Test
    void servesAPlayerFreelyForAsLongAsItsTokenIsGood() throws IOException {
        start(healthy(SLOW), 10, 10, LONG);
        String token = WebSeeds.TOKENS.issue(FILM.bundleId(), WebSeeds.TOKENS.expiry());
        Response answer = get(film() + "?token=" + token);
        assertArrayEquals(film, answer.body());
        assertEquals("no-referrer", answer.header("referrer-policy"));
        Socket forged = ask(film() + "?token=" + token.substring(1));
        header(forged);
        assertArrayEquals(film, get(film() + "?token=" + token).body());
        long forgedGot = tally.bytes() - 2L * SIZE;
        assertTrue(forgedGot < SIZE / 2, "with a forged token came " + forgedGot);
    }

    @Test
    void endsTransfersOfARetiredTorrentAndSaysWhy() throws IOException {
        start(healthy(SLOW), 10, 10, LONG);
        Socket paced = ask(film());
        Socket idle =
                ask(
                        film()
                                + "?token="
                                + WebSeeds.TOKENS.issue(FILM.bundleId(), WebSeeds.TOKENS.expiry()));
        header(paced);
        header(idle);
        Admitting.retire(admitted, FILM, "Taken down at its author's wish.");
        assertTrue(rest(paced) < SIZE - 1000);
        assertTrue(rest(idle) < SIZE - 1000);
        Response gone = get(film(), "Range: bytes=0-0");
        assertEquals(410, gone.status());
        assertEquals("Taken down at its author's wish.\n", gone.text());
        assertEquals("no-store", gone.header("cache-control"));
        assertEquals(410, tracker.client().send("HEAD", film()).status());
        assertEquals(410, get("/tracker/seed/" + FILM.bundleId() + "/film.age/.pad/5").status());
    }

    @Test
    void endsEveryPullForItsClientsShare() throws IOException {
        Courtesy courtesy = Courtesy.none();
        start(courtesy, 10, 10, LONG);
        Socket gone = ask(film());
        header(gone);
        assertEquals(1, courtesy.pulls());
        get(film(), "Range: bytes=0-99");
        get(film());
        gone.close();
        await(() -> courtesy.pulls() == 0, "a pull never ended");
    }

    @Test
    void countsTheBytesOfEachTorrent() throws IOException {
        start(Courtesy.none(), 10, 10, LONG);
        get(film(), "Range: bytes=0-99");
        get(film(), "Range: bytes=1000-100999");
        get("/tracker/seed/" + FILM.bundleId() + "/film.age/.pad/5000");
        tracker.client().send("HEAD", film());
        await(() -> tally.bytesOf(FILM.bundleId()) == 100_100, "counted " + tally.bytes());
    }
}
