package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.peer.TorrentsOnDisk.Written;
import io.seedhouse.tracker.statistics.Metadata;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
    private static final int SIZE = 40_000;

    @TempDir Path folder;

    private Written film;
    private AdmittedTorrents admitted;
    private InfoDictionaries dictionaries;
    private Conversation conversation;
    private final Tally tally = new Tally();

    @BeforeEach
    void begin() throws Exception {
        film = new TorrentsOnDisk(folder).hybrid(SIZE);
        admitted = Admitting.only(film.torrent());
        dictionaries = new InfoDictionaries(admitted, folder, 1 << 20, () -> 0);
        conversation = conversation();
    }

    private Conversation conversation() {
        return new Conversation(dictionaries, new Sayings(), 1 << 20, tally);
    }

    @Test
    void greetsByteForByteAsBep3AndBep10HaveIt() {
        byte[] said = bytes(hear(Wire.handshake(Wire.EXTENSION, v1())));
        assertArrayEquals(
                Wire.handshake(Wire.FAST, v1()), blank(Arrays.copyOf(said, 68)), "handshake");
        assertEquals("-SH0100-", text(said).substring(48, 56));
        assertEquals(
                text(
                        Wire.extended(
                                0,
                                "d1:md11:ut_metadatai1ee13:metadata_sizei40000e4:reqqi1e"
                                        + "11:upload_onlyi1e1:v9:Seedhousee")),
                text(said).substring(68));
        assertTrue(conversation.greeted());
    }

    /** The peer id of these tests in place of ours. */
    private static byte[] blank(byte[] handshake) {
        System.arraycopy(Wire.handshake(Wire.FAST, "00".repeat(20)), 48, handshake, 48, 20);
        return handshake;
    }

    @Test
    void saysThatItHasNothingOnlyToThoseWhoUnderstandThat() {
        byte[] said = bytes(hear(Wire.handshake(Wire.FAST, v1())));
        assertArrayEquals(Wire.message(0x0f), Arrays.copyOfRange(said, 68, 73));
        assertEquals(20, said[77]);
    }

    @Test
    void answersTheTruncatedV2InfohashWithThatInfohash() {
        byte[] said = bytes(hear(Wire.handshake(Wire.EXTENSION, film.v2().hex())));
        assertArrayEquals(
                Wire.handshake(Wire.FAST, film.v2().hex()), blank(Arrays.copyOf(said, 68)));
    }

    @Test
    void hasNothingToSayAboutTorrentsItDoesNotServe() {
        assertSame(Turn.END, hear(Wire.handshake(Wire.EXTENSION, "ab".repeat(20))));
        assertFalse(conversation.greeted());
    }

    @Test
    void hasNothingToSayToWhoKnowsNoExtensions() {
        assertSame(Turn.END, hear(Wire.handshake(Wire.NO_EXTENSION, v1())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\n", "\u0013BitTorrent protocoL", "\u0012"})
    void endsAtTheFirstByteThatIsNotOfItsProtocol(String text) {
        assertSame(Turn.END, hear(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void waitsForTheRestOfAHandshake() {
        byte[] handshake = Wire.handshake(Wire.EXTENSION, v1());
        for (int length = 0; length < handshake.length; length++) {
            assertSame(Turn.LISTEN, conversation.next(ByteBuffer.wrap(handshake, 0, length)));
        }
    }

    @Test
    void givesAllOfTheMetadataPieceByPiece() {
        greet();
        byte[] got = new byte[SIZE];
        for (int piece = 0; piece < 3; piece++) {
            int from = piece * 16384;
            int length = Math.min(16384, SIZE - from);
            byte[] said = bytes(hear(Wire.request(piece)));
            String head = "d8:msg_typei1e5:piecei" + piece + "e10:total_sizei40000ee";
            assertEquals(2 + head.length() + length, ByteBuffer.wrap(said).getInt());
            assertEquals(20, said[4]);
            assertEquals(Wire.THEIRS, said[5]);
            assertEquals(head, text(said).substring(6, 6 + head.length()));
            System.arraycopy(said, 6 + head.length(), got, from, length);
        }
        assertArrayEquals(film.info(), got);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 131_072, 999_999_999})
    void rejectsPiecesThatThereAreNot(long piece) {
        greet();
        assertArrayEquals(
                Wire.extended(Wire.THEIRS, "d8:msg_typei2e5:piecei" + piece + "ee"),
                bytes(hear(Wire.request(piece))));
    }

    @Test
    void rejectsWhoHasHadEverythingOftenEnough() {
        greet();
        for (int i = 0; i < Conversation.TIMES * 3; i++) {
            assertTrue(bytes(hear(Wire.request(i % 3))).length > 7000);
        }
        assertTrue(text(bytes(hear(Wire.request(0)))).contains("msg_typei2e"));
        assertEquals(1, tally.metadataOf(Metadata.GREETED));
        assertEquals(Conversation.TIMES * 3, tally.metadataOf(Metadata.SENT));
        assertEquals(1, tally.metadataOf(Metadata.REJECTED));
    }

    @Test
    void ignoresEverythingElseThatAClientMaySay() {
        greet();
        for (int type = 0; type < 256; type++) {
            if (type != 20) {
                assertSame(Turn.LISTEN, hear(Wire.message(type, new byte[type % 20])));
            }
        }
        assertSame(Turn.LISTEN, hear(new byte[4]), "keep-alive");
        assertSame(Turn.LISTEN, hear(Wire.message(5, new byte[100_000])), "bitfield");
        assertSame(Turn.LISTEN, hear(Wire.message(20)), "an extended message without a number");
        assertSame(Turn.LISTEN, hear(Wire.extended(2, "d8:msg_typei0e5:piecei0ee")), "not ours");
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "d8:msg_typei1e5:piecei0ee")), "data");
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "d8:msg_typei2e5:piecei0ee")), "reject");
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "d8:msg_typei0e5:piecei-1ee")));
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "d8:msg_typei0ee")));
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "d5:piecei0ee")));
        assertSame(Turn.LISTEN, hear(Wire.extended(1, "rubbish")));
        assertTrue(bytes(hear(Wire.request(1))).length > 16_384, "and still answers");
    }

    @Test
    void cannotAnswerWhoHasNotSaidUnderWhichNumber() {
        hear(Wire.handshake(Wire.EXTENSION, v1()));
        assertSame(Turn.LISTEN, hear(Wire.request(0)));
        assertSame(Turn.LISTEN, hear(Wire.extended(0, "d1:md6:ut_pexi1eee")));
        assertSame(Turn.LISTEN, hear(Wire.request(0)));
        assertSame(Turn.LISTEN, hear(Wire.extended(0, "d1:md11:ut_metadatai255eee")));
        assertEquals((byte) 255, bytes(hear(Wire.request(0)))[5]);
        assertSame(Turn.LISTEN, hear(Wire.extended(0, "d1:md11:ut_metadatai0eee")));
        assertSame(Turn.LISTEN, hear(Wire.request(0)));
        assertSame(Turn.LISTEN, hear(Wire.extended(0, "d1:md11:ut_metadatai256eee")));
        assertSame(Turn.LISTEN, hear(Wire.request(0)));
    }

    @Test
    void understandsWhatComesByteByByteOrAllAtOnce() {
        ByteBuffer all = ByteBuffer.allocate(4096);
        all.put(Wire.handshake(Wire.EXTENSION, v1())).put(Wire.extensions()).put(new byte[4]);
        all.put(Wire.message(5, new byte[900])).put(Wire.request(2)).flip();
        byte[] bytes = new byte[all.remaining()];
        all.duplicate().get(bytes);
        assertTrue(bytes(conversation.next(all)).length > 68);
        assertTrue(bytes(conversation.next(all)).length > 7000);
        assertFalse(all.hasRemaining());
        conversation = conversation();
        ByteBuffer in = ByteBuffer.allocate(4096);
        int answers = 0;
        for (byte one : bytes) {
            in.put(one).flip();
            answers += conversation.next(in) instanceof Turn.Say ? 1 : 0;
            in.compact();
        }
        assertEquals(2, answers);
    }

    @Test
    void endsWithWhoAnnouncesAMessageTooLong() {
        greet();
        assertSame(Turn.END, hear(ByteBuffer.allocate(4).putInt((1 << 20) + 1).array()));
        assertSame(Turn.END, hear(ByteBuffer.allocate(4).putInt(-1).array()));
    }

    @Test
    void countsOnlyWholeMessages() {
        greet();
        int before = conversation.messages();
        hear(Arrays.copyOf(Wire.message(5, new byte[10_000]), 9_000));
        hear(new byte[1_004]);
        assertEquals(before, conversation.messages());
        hear(new byte[1]);
        assertEquals(before + 1, conversation.messages());
        hear(new byte[400]);
        assertEquals(before + 1, conversation.messages(), "keep-alives are not progress");
    }

    @Test
    void endsOnceTheTorrentIsRetired() {
        greet();
        Admitting.retire(admitted, film.torrent(), "Withdrawn.");
        assertSame(Turn.END, hear(Wire.request(0)));
    }

    @Test
    void staysCalmWhateverIsSaidAfterTheGreeting() {
        SplittableRandom random = new SplittableRandom(4);
        int ended = 0;
        for (int round = 0; round < 20_000; round++) {
            conversation = conversation();
            greet();
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (random.nextBoolean() && noise.length > 6) {
                ByteBuffer.wrap(noise).putInt(noise.length - 4).put((byte) 20);
                noise[5] = (byte) random.nextInt(2);
            }
            ended += hear(noise) == Turn.END ? 1 : 0;
        }
        assertTrue(ended > 0 && ended < 20_000, "both happen: " + ended);
    }

    private String v1() {
        return film.torrent().v1().hex();
    }

    private void greet() {
        hear(Wire.handshake(Wire.EXTENSION, v1()));
        assertSame(Turn.LISTEN, hear(Wire.extensions()));
    }

    /** In bites as long as a connection's buffer; the last turn counts. */
    private Turn hear(byte[] bytes) {
        Turn turn = Turn.LISTEN;
        for (int at = 0; at < bytes.length; at += Conversation.LONGEST_READ) {
            int length = Math.min(Conversation.LONGEST_READ, bytes.length - at);
            turn = conversation.next(ByteBuffer.wrap(bytes, at, length));
        }
        return turn;
    }

    private static byte[] bytes(Turn turn) {
        Turn.Say say = assertSay(turn);
        byte[] bytes = new byte[say.bytes().remaining()];
        say.bytes().get(bytes);
        return bytes;
    }

    private static Turn.Say assertSay(Turn turn) {
        assertTrue(turn instanceof Turn.Say, "answered, not: " + turn);
        return (Turn.Say) turn;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
