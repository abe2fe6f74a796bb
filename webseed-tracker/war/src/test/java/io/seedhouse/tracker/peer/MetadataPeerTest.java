package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.peer.TorrentsOnDisk.Written;
import io.seedhouse.tracker.statistics.Metadata;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataPeerTest {
    private static final int SIZE = 40_000;
    private static final Bounds BOUNDS =
            new Bounds(40, 4, 10_000, 60_000, 300_000, 1 << 20, 256 << 10, 8 << 20);

    @TempDir Path folder;

    private final Tally tally = new Tally();

    private final AtomicLong clock = new AtomicLong(1_000_000);

    /** Comes up once when the peer next looks at the clock. */
    private final AtomicReference<Error> trouble = new AtomicReference<>();

    private final Said said = Said.by(MetadataPeer.class);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Written film;

    @BeforeEach
    void publish() throws IOException {
        film = new TorrentsOnDisk(folder).hybrid(SIZE);
    }

    @AfterEach
    void closeAndFindNothingInTheLog() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        said.close();
        assertEquals(List.of(), said.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void handsOutTheWholeMetadataForEitherInfohash(String address) throws Exception {
        MetadataPeer peer = start("::", BOUNDS, "", film.torrent());
        for (String infohash : List.of(v1(), film.v2().hex())) {
            Client client = opened(Client.of(address, peer)).greet(infohash);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int piece = 0; piece < 3; piece++) {
                all.writeBytes(client.piece(piece));
            }
            assertArrayEquals(film.info(), all.toByteArray());
        }
    }

    @Test
    void answersRequestsThatComeAllAtOnceInTheirOrder() throws Exception {
        Client client = opened(Client.of(start(BOUNDS))).greet(v1());
        client.send(Wire.request(2), Wire.request(9), Wire.request(0));
        assertEquals(SIZE % 16_384, client.message().length - 2 - head(2));
        assertEquals(2 + "d8:msg_typei2e5:piecei9ee".length(), client.message().length);
        assertEquals(16_384, client.message().length - 2 - head(0));
    }

    private static int head(int piece) {
        return ("d8:msg_typei1e5:piecei" + piece + "e10:total_sizei40000ee").length();
    }

    @Test
    void hangsUpOnStrangersAtOnce() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        opened(Client.of(peer)).send(Wire.handshake(Wire.FAST, "ab".repeat(20))).awaitEnd();
        opened(Client.of(peer)).send(Wire.handshake(Wire.NO_EXTENSION, v1())).awaitEnd();
        opened(Client.of(peer)).send(new byte[96]).awaitEnd();
        opened(Client.of(peer)).send("GET / HTTP/1.1\r\n\r\n".getBytes("US-ASCII")).awaitEnd();
    }

    @Test
    void hasNothingForAnyoneWhileTheFileIsMissing() throws Exception {
        Files.delete(film.file());
        try (Said lines = Said.by(InfoDictionaries.class)) {
            MetadataPeer peer = start(BOUNDS);
            opened(Client.of(peer)).send(Wire.handshake(Wire.FAST, v1())).awaitEnd();
            opened(Client.of(peer)).send(Wire.handshake(Wire.FAST, v1())).awaitEnd();
            assertEquals(1, lines.lines().size());
        }
    }

    @Test
    void turnsAwayMoreThanAFewFromOneAddress() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        List<Client> crowd = new ArrayList<>();
        for (int i = 0; i < BOUNDS.perAddress(); i++) {
            crowd.add(opened(Client.of(peer)).greet(v1()));
        }
        for (int i = 0; i < 100; i++) {
            opened(Client.of(peer)).awaitEnd();
        }
        assertEquals(100, tally.metadataOf(Metadata.CROWDED));
        for (Client client : crowd) {
            assertEquals(16_384, client.piece(0).length);
        }
        crowd.getFirst().send(new byte[] {0x7f, 0, 0, 0}).awaitEnd(); // too long a message
        opened(Client.of(peer)).greet(v1());
    }

    @Test
    void letsTheFirstMakeRoomForTheNextWhenThereAreTooManyInAll() throws Exception {
        MetadataPeer peer = start("127.0.0.1", BOUNDS, "127.0.0.0/8", film.torrent());
        List<Client> silent = new ArrayList<>();
        for (int i = 0; i < BOUNDS.connections(); i++) {
            silent.add(opened(Client.of(peer)).greet(v1()));
        }
        opened(Client.of(peer)).greet(v1());
        silent.getFirst().awaitEnd();
        assertEquals(1, tally.metadataOf(Metadata.EVICTED));
        assertEquals(16_384, silent.get(1).piece(0).length);
        assertEquals(16_384, silent.getLast().piece(0).length);
    }

    @Test
    void givesAHandshakeThatComesInDropsTenSeconds() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        Client slow = opened(Client.of(peer));
        byte[] handshake = Wire.handshake(Wire.FAST, v1());
        for (int i = 0; i < 60; i++) {
            slow.send(new byte[] {handshake[i]});
        }
        letItTakeThatIn(peer);
        clock.addAndGet(10_000);
        slow.awaitEnd();
    }

    @Test
    void hangsUpAfterAMinuteInWhichNoMessageWasWhole() throws Exception {
        Client client = opened(Client.of(start(BOUNDS))).greet(v1());
        clock.addAndGet(59_000);
        assertEquals(16_384, client.piece(0).length);
        clock.addAndGet(59_000);
        client.send(new byte[4], new byte[4]); // keep-alives
        client.send(new byte[] {0, 0, 1}); // of a message that never gets whole
        clock.addAndGet(1_000);
        client.awaitEnd();
    }

    @Test
    void hangsUpAfterFiveMinutesHoweverBusyTheClientIs() throws Exception {
        Client client = opened(Client.of(start(BOUNDS))).greet(v1());
        for (int minute = 0; minute < 5; minute++) {
            assertEquals(16_384, client.piece(0).length);
            clock.addAndGet(59_999);
        }
        assertEquals(16_384, client.piece(0).length);
        clock.addAndGet(1_000);
        client.awaitEnd();
    }

    @Test
    void hangsUpOnWhoFloodsIt() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        Client flood = opened(Client.of(peer)).greet(v1());
        byte[] have = Wire.message(4, new byte[4]);
        byte[] many = new byte[have.length * 1000];
        for (int i = 0; i < many.length; i += have.length) {
            System.arraycopy(have, 0, many, i, have.length);
        }
        assertThrows(
                SocketException.class,
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        flood.send(many);
                    }
                });
        opened(Client.of(peer)).greet(v1());
    }

    @Test
    void isNotHeldUpByWhoTakesNoneOfWhatItAskedFor() throws Exception {
        film = new TorrentsOnDisk(folder).hybrid(2_000_000);
        MetadataPeer peer = start(BOUNDS);
        Client slow = opened(Client.unreading(peer)).greet(v1());
        for (int piece = 0; piece < 120; piece++) {
            slow.send(Wire.request(piece));
        }
        Client quick = opened(Client.of(peer)).greet(v1());
        assertEquals(16_384, quick.piece(1).length);
        clock.addAndGet(300_000);
        slow.awaitEnd();
    }

    @Test
    void goesOnWhereItStoppedOnceASlowClientTakesSome() throws Exception {
        film = new TorrentsOnDisk(folder).hybrid(2_000_000);
        Client slow = opened(Client.unreading(start(BOUNDS))).greet(v1());
        for (int piece = 0; piece < 120; piece++) {
            slow.send(Wire.request(piece));
        }
        for (int piece = 0; piece < 120; piece++) {
            assertEquals(16_384, slow.message().length & ~0xff);
        }
    }

    @Test
    void makesAllWaitOnceAllTogetherHaveHadEnough() throws Exception {
        Bounds poor = new Bounds(40, 4, 10_000, 60_000, 300_000, 1 << 20, 256 << 10, 1_000);
        MetadataPeer peer = start(poor);
        Client first = opened(Client.of(peer)).greet(v1());
        Client second = opened(Client.of(peer)).greet(v1());
        assertEquals(16_384, first.piece(0).length);
        second.send(Wire.request(2));
        letItTakeThatIn(peer);
        assertFalse(second.hasHeard());
        first.send(Wire.request(2));
        clock.addAndGet(17_000);
        assertEquals(SIZE % 16_384, second.message().length - 2 - head(2));
        clock.addAndGet(8_000);
        assertEquals(SIZE % 16_384, first.message().length - 2 - head(2));
    }

    @Test
    void servesOnAfterAnyNoise() throws Exception {
        MetadataPeer peer = start("127.0.0.1", BOUNDS, "127.0.0.1", film.torrent());
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            try (Client client = Client.of(peer)) {
                if (random.nextBoolean()) {
                    client.greet(v1());
                }
                client.send(noise);
            } catch (SocketException hungUp) {
                // as it should
            }
        }
        assertEquals(16_384, opened(Client.of(peer)).greet(v1()).piece(0).length);
    }

    @Test
    void saysThatTheMemoryIsUsedUpAndGoesOn() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        trouble.set(new OutOfMemoryError("as if"));
        while (trouble.get() != null) {
            Thread.onSpinWait();
        }
        assertEquals(16_384, opened(Client.of(peer)).greet(v1()).piece(0).length);
        assertEquals(1, said.lines().size());
        assertTrue(said.lines().getFirst().contains("OutOfMemoryError: as if"));
        said.lines().clear();
    }

    @Test
    void refusesAPortThatIsTakenAndFreesItsOwnHangingUpOnAll() throws Exception {
        MetadataPeer peer = start(BOUNDS);
        Client client = opened(Client.of(peer)).greet(v1());
        InetSocketAddress taken = new InetSocketAddress("127.0.0.1", peer.port());
        AdmittedTorrents none = Admitting.only();
        Networks exempt = Networks.parse("", "exempt");
        assertThrows(
                BindException.class,
                () -> MetadataPeer.start(taken, none, folder, exempt, tally).close());
        peer.close();
        client.awaitEnd();
        MetadataPeer.start(taken, none, folder, exempt, tally).close();
    }

    /** Everything sent so far is taken in before or with a connection that comes afterwards. */
    private void letItTakeThatIn(MetadataPeer peer) throws IOException {
        opened(Client.of(peer)).send(new byte[1]).awaitEnd();
    }

    private String v1() {
        return film.torrent().v1().hex();
    }

    private MetadataPeer start(Bounds bounds) throws IOException {
        return start("127.0.0.1", bounds, "", film.torrent());
    }

    private MetadataPeer start(String address, Bounds bounds, String exempt, Torrent torrent)
            throws IOException {
        return opened(
                MetadataPeer.start(
                        new InetSocketAddress(InetAddress.ofLiteral(address), 0),
                        Admitting.only(torrent),
                        folder,
                        Networks.parse(exempt, "exempt"),
                        tally,
                        bounds,
                        this::time));
    }

    private long time() {
        Error error = trouble.getAndSet(null);
        if (error != null) {
            throw error;
        }
        return clock.get();
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.add(one);
        return one;
    }
}
