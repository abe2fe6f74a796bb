package io.seedhouse.tracker.udp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.Networks;
import io.seedhouse.tracker.wire.WireInfohash;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdpTrackerTest {
    private static final String V1 = "ab".repeat(20);
    private static final String V2 = "cd".repeat(32);
    private static final Torrent FILM =
            new Torrent(UUID.randomUUID(), new Infohash(V1), new Infohash(V2), "Film");
    private static final Sender HERE = ConnectionIdsTest.sender("192.0.2.1");
    private static final Sender THERE = ConnectionIdsTest.sender("2001:db8::1");

    private final AdmittedTorrents admitted = Admitting.only(FILM);
    private final Tally tally = new Tally();
    private final ConnectionIds ids = new ConnectionIds(120);
    private final UdpTracker tracker =
            new UdpTracker(admitted, Networks.parse("192.0.2.0/24", "exempt"), tally, ids);

    @BeforeEach
    void turn() {
        tracker.turn();
    }

    @Test
    void givesAConnectionIdToWhoAsks() {
        byte[] answer = ask(HERE, connect(7));
        assertEquals(16, answer.length);
        assertEquals(0, number(answer, 0));
        assertEquals(7, number(answer, 4));
        assertTrue(ids.holds(ByteBuffer.wrap(answer).getLong(8), HERE));
    }

    @Test
    void answersAnAnnounceByteForByteAsBep15HasIt() {
        ask(HERE, announce(HERE, V1, 258, 0, 2));
        byte[] answer = ask(HERE, announce(HERE, V1, 6881, 5, 2));
        assertEquals(1, number(answer, 0), "action");
        assertEquals(9, number(answer, 4), "transaction");
        assertEquals(900, number(answer, 8), 60, "interval");
        assertEquals(1, number(answer, 12), "leechers");
        assertEquals(1, number(answer, 16), "seeders");
        assertEquals("c00002010102", HexFormat.of().formatHex(answer, 20, answer.length));
        assertEquals(2, tally.announces(Transport.UDP, Outcome.ANSWERED));
    }

    @Test
    void answersOverIpv6WithPeersOfEighteenBytes() {
        ask(HERE, announce(HERE, V1, 1, 0, 2));
        ask(THERE, announce(THERE, V1, 258, 0, 2));
        byte[] answer = ask(THERE, announce(THERE, V1, 2, 5, 2));
        assertEquals(
                "20010db80000000000000000000000010102",
                HexFormat.of().formatHex(answer, 20, answer.length));
        assertEquals(2, number(answer, 16));
    }

    @Test
    void takesTheFirstTwentyBytesOfAV2InfohashForIt() {
        ask(HERE, announce(HERE, V2.substring(0, 40), 1, 0, 2));
        assertEquals(20, ask(HERE, announce(HERE, V1, 2, 5, 2)).length);
        assertEquals(26, ask(HERE, announce(HERE, V2.substring(0, 40), 2, 5, 2)).length);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ANSWERED",
        "1, ANSWERED",
        "2, ANSWERED",
        "3, STOPPED",
        "4, ANSWERED",
        "77, ANSWERED"
    })
    void knowsWhyAPeerAnnounces(int event, Outcome outcome) {
        ask(HERE, announce(HERE, V1, 1, 0, event));
        assertEquals(1, tally.announces(Transport.UDP, outcome));
        assertEquals(event == 1 ? 1 : 0, swarm().completed());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1, 50", "-2147483648, 50", "200, 200", "2147483647, 200"})
    void givesAsManyPeersAsAskedForWithinBounds(int wanted, int given) {
        for (int port = 1; port <= 250; port++) {
            ask(HERE, announce(HERE, V1, port, 5, 2));
        }
        ByteBuffer request = ByteBuffer.wrap(announce(HERE, V1, 1, 5, 0)).putInt(92, wanted);
        assertEquals(20 + 6 * given, ask(HERE, request.array()).length);
    }

    @Test
    void neverAnswersWithMoreThanAFrameHolds() {
        for (int port = 1; port <= 90; port++) {
            Sender from =
                    ConnectionIdsTest.sender(
                            "2001:db8:0:" + Integer.toHexString(port * 256) + "::1");
            ask(from, announce(from, V1, port, 5, 2));
        }
        ByteBuffer request = ByteBuffer.wrap(announce(THERE, V1, 1, 5, 0)).putInt(92, 200);
        int length = ask(THERE, request.array()).length;
        assertTrue(length > 1400 && length <= Answerer.LONGEST_ANSWER, length + " bytes");
    }

    @Test
    void scrapesSeveralTorrentsAndSaysZeroOfStrangers() {
        ask(HERE, announce(HERE, V1, 1, 0, 1));
        ask(HERE, announce(HERE, V1, 2, 5, 2));
        byte[] answer = ask(HERE, scrape(HERE, V1, "ee".repeat(20), V2.substring(0, 40)));
        assertEquals(2, number(answer, 0));
        assertEquals(
                "000000010000000100000001"
                        + "000000000000000000000000"
                        + "000000010000000100000001",
                HexFormat.of().formatHex(answer, 8, answer.length));
    }

    @Test
    void scrapesNoMoreThanSeventyFourAtOnce() {
        String[] many = new String[90];
        Arrays.fill(many, V1);
        assertEquals(8 + 74 * 12, ask(HERE, scrape(HERE, many)).length);
    }

    @Test
    void refusesATorrentThatIsNotAdmitted() {
        byte[] answer = ask(HERE, announce(HERE, "ee".repeat(20), 1, 5, 2));
        assertEquals(Failure.NOT_SERVED.reason(), error(answer));
        assertEquals(1, tally.refusals(Transport.UDP));
    }

    @Test
    void tellsWhyATorrentWasRetired() {
        Admitting.retire(admitted, FILM, "Withdrawn.");
        assertEquals("Withdrawn.", error(ask(HERE, announce(HERE, V1, 1, 5, 2))));
        assertEquals("Withdrawn.", error(ask(HERE, announce(HERE, V2.substring(0, 40), 1, 5, 2))));
        assertEquals(2, tally.refusals(Transport.UDP));
    }

    @Test
    void takesAPeerThatDoesNotKnowYetHowMuchIsLeftForALeecher() {
        ask(HERE, announce(HERE, V1, 258, 0, 2));
        assertEquals(26, ask(HERE, announce(HERE, V1, 1, -1, 2)).length);
        assertEquals(1, swarm().leechers());
        assertEquals(1, swarm().seeders());
    }

    @Test
    void saysWhatIsWrongWithAnAnnounce() {
        assertEquals("port must be from 1 to 65535", error(ask(HERE, announce(HERE, V1, 0, 5, 2))));
        assertEquals("left must not be negative", error(ask(HERE, announce(HERE, V1, 1, -2, 2))));
        byte[] announce = announce(HERE, V1, 1, 5, 2);
        assertEquals("malformed announce", error(ask(HERE, Arrays.copyOf(announce, 97))));
        assertEquals(
                "unknown action", error(ask(HERE, ByteBuffer.wrap(announce).putInt(8, 4).array())));
        assertEquals(4, tally.malformedOf(Transport.UDP));
        assertEquals(0, swarm().leechers());
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "00, true",
        "01, true",
        "0100, true",
        "0205612f623f63, true",
        "02056162636465 0200, true",
        "02056162636465 02 03616263 00 ffff, true",
        "02, false",
        "0205, false",
        "020561626364, false",
        "0701, false",
        "070100, true",
        "02ff, false"
    })
    void readsTheOptionsOfBep41(String options, boolean wellFormed) {
        byte[] more = HexFormat.of().parseHex(options.replace(" ", ""));
        byte[] announce = announce(HERE, V1, 1, 5, 2);
        byte[] whole = Arrays.copyOf(announce, announce.length + more.length);
        System.arraycopy(more, 0, whole, announce.length, more.length);
        assertEquals(wellFormed ? 1 : 3, number(ask(HERE, whole), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 15, 2049, 65507})
    void saysNothingToWhatIsNoRequest(int length) {
        assertEquals(0, ask(HERE, new byte[length]).length);
        assertEquals(1, tally.malformedOf(Transport.UDP));
    }

    @Test
    void sendsNoMoreThanItGotToWhoHasProvenNothing() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] request = new byte[random.nextInt(200)];
            random.nextBytes(request);
            if (request.length >= 16) {
                ByteBuffer.wrap(request).putInt(8, random.nextInt(4));
            }
            assertTrue(ask(HERE, request).length <= request.length);
        }
        byte[] stolen = announce(HERE, V1, 1, 5, 2);
        Sender elsewhere = ConnectionIdsTest.sender("198.51.100.9");
        assertEquals("connect again", error(ask(elsewhere, stolen)));
        assertEquals(0, swarm().leechers());
    }

    @Test
    void answersWithTheTransactionOfTheRequest() {
        ByteBuffer announce = ByteBuffer.wrap(announce(HERE, V1, 0, 5, 2)).putInt(12, -123);
        assertEquals(-123, number(ask(HERE, announce.array()), 4));
    }

    private Swarm swarm() {
        return admitted.announced(WireInfohash.of(new Infohash(V1))).orElseThrow().swarm();
    }

    private byte[] ask(Sender from, byte[] request) {
        byte[] in = Arrays.copyOf(request, Math.max(request.length, 64) + 8);
        byte[] out = new byte[Answerer.LONGEST_ANSWER + 8];
        int length =
                tracker.answer(
                        MemorySegment.ofArray(in),
                        0,
                        request.length,
                        from,
                        MemorySegment.ofArray(out),
                        0);
        assertArrayEquals(
                new byte[out.length - Math.max(length, 16)],
                Arrays.copyOfRange(out, Math.max(length, 16), out.length),
                "nothing is written beyond the answer");
        return Arrays.copyOf(out, length);
    }

    static byte[] connect(int transaction) {
        return ByteBuffer.allocate(16)
                .putLong(0x41727101980L)
                .putInt(0)
                .putInt(transaction)
                .array();
    }

    private byte[] announce(Sender from, String infohash, int port, long left, int event) {
        return announce(ids.issue(from), infohash, port, left, event);
    }

    static byte[] announce(long id, String infohash, int port, long left, int event) {
        return ByteBuffer.allocate(98)
                .putLong(id)
                .putInt(1)
                .putInt(9)
                .put(HexFormat.of().parseHex(infohash))
                .put("-XX0001-abcdefghijkl".getBytes(StandardCharsets.US_ASCII))
                .putLong(1)
                .putLong(left)
                .putLong(2)
                .putInt(event)
                .putInt(0x06060606) // the address that clients may claim, and nobody believes
                .putInt(77)
                .putInt(-1)
                .putChar((char) port)
                .array();
    }

    private byte[] scrape(Sender from, String... infohashes) {
        ByteBuffer request = ByteBuffer.allocate(16 + 20 * infohashes.length);
        request.putLong(ids.issue(from)).putInt(2).putInt(9);
        for (String infohash : infohashes) {
            request.put(HexFormat.of().parseHex(infohash));
        }
        return request.array();
    }

    private static int number(byte[] answer, int at) {
        return ByteBuffer.wrap(answer).getInt(at);
    }

    private static String error(byte[] answer) {
        assertEquals(3, number(answer, 0), "an error");
        return new String(answer, 8, answer.length - 8, StandardCharsets.US_ASCII);
    }
}
