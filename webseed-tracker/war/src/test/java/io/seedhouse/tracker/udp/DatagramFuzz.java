package io.seedhouse.tracker.udp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Any datagrams, one after the other and from any addresses, are answered within bounds.
 *
 * <p>An input is a row of datagrams. In front of each stand a byte that says who sends it and what
 * is mended, and two with its length. Mended means that a connection id or infohash, which no
 * mutation finds, is put in where it belongs.
 */
public final class DatagramFuzz {
    static final String V1 = "ab".repeat(20);
    static final String V2 = "cd".repeat(32);
    static final Torrent FILM =
            new Torrent(new UUID(1, 2), new Infohash(V1), new Infohash(V2), "Film");

    private static final byte[] HASH_V1 = HexFormat.of().parseHex(V1);
    private static final byte[] HASH_V2 = Arrays.copyOf(HexFormat.of().parseHex(V2), 20);
    private static final int PREFIX = 3;
    private static final int PROVEN = 0b1000;
    private static final int NAMES_V1 = 0b1_0000;
    private static final int NAMES_V2 = 0b10_0000;
    private static final int CUT = 0b1000_0000;
    private static final List<Sender> SENDERS =
            Stream.of(
                            "192.0.2.1",
                            "198.51.100.1",
                            "198.51.100.2",
                            "203.0.113.9",
                            "2001:db8::1",
                            "2001:db8::2",
                            "2001:db8:1::1",
                            "::")
                    .map(ConnectionIdsTest::sender)
                    .toList();

    private DatagramFuzz() {}

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        WatchedTracker tracker = new WatchedTracker();
        ByteBuffer datagrams = ByteBuffer.wrap(input);
        while (datagrams.remaining() >= PREFIX) {
            int how = datagrams.get();
            int length = Math.min(datagrams.getChar() % 2200, datagrams.remaining());
            byte[] datagram = new byte[length];
            datagrams.get(datagram);
            Sender from = SENDERS.get(how & 7);
            mend(datagram, how, tracker.idFor(from));
            tracker.ask(from, datagram, (how & CUT) != 0);
        }
    }

    private static void mend(byte[] datagram, int how, long id) {
        if ((how & PROVEN) != 0 && datagram.length >= 8) {
            ByteBuffer.wrap(datagram).putLong(id);
        }
        if ((how & (NAMES_V1 | NAMES_V2)) != 0 && datagram.length >= 36) {
            byte[] hash = (how & NAMES_V1) != 0 ? HASH_V1 : HASH_V2;
            System.arraycopy(hash, 0, datagram, 16, hash.length);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        byte[] announce = UdpTrackerTest.announce(0, V1, 6881, 5, 2);
        byte[] seed = UdpTrackerTest.announce(0, V1, 6882, 0, 1);
        byte[] stop = UdpTrackerTest.announce(0, V1, 6881, 5, 3);
        byte[] options = Arrays.copyOf(announce, 105);
        System.arraycopy(new byte[] {1, 2, 3, 'a', '/', 'b', 0}, 0, options, 98, 7);
        byte[] scrape = ByteBuffer.allocate(56).putLong(0).putInt(2).putInt(9).array();
        byte[] unknown = ByteBuffer.wrap(announce.clone()).putInt(8, 7).array();
        byte[] noPort = ByteBuffer.wrap(announce.clone()).putChar(96, '\0').array();
        byte[] negative = ByteBuffer.wrap(announce.clone()).putLong(64, -1).array();
        return Stream.of(
                row(0, UdpTrackerTest.connect(1)),
                row(0, announce, Arrays.copyOf(announce, 17)),
                row(0x18, announce, seed, options, scrape, stop),
                row(0x29, announce, seed, announce),
                row(0x1c, announce, seed, scrape),
                row(0x18, unknown, noPort, negative, new byte[15], new byte[97]),
                row(0x98, announce),
                crowd());
    }

    /** As many peers as there are bounds for. */
    private static byte[] crowd() {
        return row(
                0x18,
                IntStream.rangeClosed(1, 20)
                        .mapToObj(port -> UdpTrackerTest.announce(0, V1, port, port % 2, 2))
                        .toArray(byte[][]::new));
    }

    private static byte[] row(int how, byte[]... datagrams) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (byte[] datagram : datagrams) {
            row.write(how);
            row.write(datagram.length >> 8);
            row.write(datagram.length);
            row.writeBytes(datagram);
        }
        return row.toByteArray();
    }

    /** Words of the grammar. */
    public static List<String> words() {
        byte[] announce = row(0x18, UdpTrackerTest.announce(0, V1, 6881, 5, 2));
        byte[] scrape = row(0x18, ByteBuffer.allocate(36).putInt(8, 2).array());
        return List.of(
                new String(announce, ISO_8859_1),
                new String(scrape, ISO_8859_1),
                new String(UdpTrackerTest.connect(1), ISO_8859_1),
                "\0\0\0\1",
                "\0\0\0\2",
                "\0\0\0\3",
                "\0\0\0\4",
                "\u00ff\u00ff\u00ff\u00ff");
    }
}
