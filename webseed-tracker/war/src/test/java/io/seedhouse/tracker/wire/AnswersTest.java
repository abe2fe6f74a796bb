package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final String V4 = "0a0000ff1ae1";
    private static final String V6 = "20010db8000000000000000000000001ffff";
    private static final String NUMBERS =
            "d8:completei1e11:external ip4:\u00cb\0q\u000710:incompletei2e8:intervali1800e"
                    + "12:min intervali60e";

    @Test
    void writesPeersAsSixBytesAndAsEighteen() {
        assertEquals(
                NUMBERS
                        + "5:peers6:\n\0\0\u00ff\u001a\u00e1"
                        + "6:peers618: \u0001\r\u00b8\0\0\0\0\0\0\0\0\0\0\0\u0001\u00ff\u00ffe",
                compact(V4, V6));
    }

    @Test
    void alwaysNamesPeersEvenWhenThereAreNone() {
        assertEquals(NUMBERS + "5:peers0:e", compact("", ""));
    }

    @Test
    void listsPeersAsDictionariesOnRequest() {
        assertEquals(
                NUMBERS
                        + "5:peersl"
                        + "d2:ip10:10.0.0.2554:porti6881ee"
                        + "d2:ip20:2001:db8:0:0:0:0:0:14:porti65535ee"
                        + "ee",
                written(answer(V4, V6)::listTo));
    }

    @Test
    void writesAScrapeInTheOrderOfTheInfohashesBytes() {
        SortedMap<WireInfohash, ScrapeAnswer.Counts> files = new TreeMap<>();
        files.put(WireInfohash.of(bytes("ff".repeat(20))), new ScrapeAnswer.Counts(0, 0, 0, 0));
        files.put(
                WireInfohash.of(bytes("7f".repeat(20))),
                new ScrapeAnswer.Counts(3, 2, Long.MAX_VALUE, 1));
        assertEquals(
                "d5:filesd20:"
                        + "\u007f".repeat(20)
                        + "d8:completei3e10:downloadedi9223372036854775807e11:downloadersi1e"
                        + "10:incompletei2ee20:"
                        + "\u00ff".repeat(20)
                        + "d8:completei0e10:downloadedi0e11:downloadersi0e10:incompletei0eeee",
                written(new ScrapeAnswer(files)::writeTo));
    }

    @ParameterizedTest
    @CsvSource({"1,2,3,0", "0,3,3,-1", "1,3,0,1", "-1,0,0,1", "1,-1,0,1", "1,2,-1,1"})
    void ordersInfohashesByEveryByteUnsigned(long first, long second, int third, int order) {
        WireInfohash hash = new WireInfohash(first, second, third);
        assertEquals(order, hash.compareTo(new WireInfohash(1, 2, 3)));
    }

    @Test
    void writesTheNextAnswerOverTheLast() {
        Bencoder out = new Bencoder();
        out.put(new byte[100_000]);
        assertTrue(out.isLarge());
        out.renew();
        out.number(0).number(9).number(10).clear();
        answer(V4, "").compactTo(out);
        assertEquals(compact(V4, ""), text(out));
    }

    @Test
    void saysWhyItFailedAndWhetherToComeBack() {
        assertEquals(
                "d14:failure reason4:N\u00c3\u00b6.8:retry in5:nevere",
                text(Failure.forGood("N\u00f6.").encoded()));
        String later = text(Failure.NOT_SERVED.encoded());
        assertTrue(later.endsWith("publisher.8:retry ini60ee"), later);
    }

    @Test
    void neverPrintsAPeersAddress() {
        assertFalse(answer(V4, V6).toString().contains("10.0.0.255"));
    }

    private static AnnounceAnswer answer(String v4, String v6) {
        byte[] asker = {(byte) 203, 0, 113, 7};
        byte[] room4 = Arrays.copyOf(bytes(v4), 60);
        byte[] room6 = Arrays.copyOf(bytes(v6), 60);
        return new AnnounceAnswer(
                1800, 60, 1, 2, asker, room4, v4.length() / 12, room6, v6.length() / 36);
    }

    private static String compact(String v4, String v6) {
        return written(answer(v4, v6)::compactTo);
    }

    private static String written(Consumer<Bencoder> answer) {
        Bencoder out = new Bencoder();
        answer.accept(out);
        return text(out);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(Bencoder out) {
        return new String(out.bytes(), 0, out.length(), ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
