package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                text(answer(V4, V6).compact()));
    }

    @Test
    void alwaysNamesPeersEvenWhenThereAreNone() {
        assertEquals(NUMBERS + "5:peers0:e", text(answer("", "").compact()));
    }

    @Test
    void listsPeersAsDictionariesOnRequest() {
        assertEquals(
                NUMBERS
                        + "5:peersl"
                        + "d2:ip10:10.0.0.2554:porti6881ee"
                        + "d2:ip20:2001:db8:0:0:0:0:0:14:porti65535ee"
                        + "ee",
                text(answer(V4, V6).listed()));
    }

    @Test
    void writesAScrapeByInfohash() {
        var counts = new ScrapeAnswer.Counts(3, 2, 7, 1);
        String infohash = "\u00ff" + "a".repeat(19);
        assertEquals(
                "d5:filesd20:"
                        + infohash
                        + "d8:completei3e10:downloadedi7e11:downloadersi1e10:incompletei2eeee",
                text(new ScrapeAnswer(Map.of(Parameters.ofLatin1(infohash), counts)).encoded()));
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
        return new AnnounceAnswer(1800, 60, 1, 2, asker, bytes(v4), bytes(v6));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
