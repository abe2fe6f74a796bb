package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final AnnouncedPeer V4 = peer("10.0.0.255", 6881);
    private static final AnnouncedPeer V6 = peer("2001:db8::1", 65535);

    @Test
    void writesPeersAsSixBytesAndAsEighteen() {
        assertEquals(
                "d8:completei1e10:incompletei2e8:intervali1800e12:min intervali60e"
                        + "5:peers6:\n\0\0\u00ff\u001a\u00e1"
                        + "6:peers618: \u0001\r\u00b8\0\0\0\0\0\0\0\0\0\0\0\u0001\u00ff\u00ffe",
                text(answer(V4, V6).compact()));
    }

    @Test
    void alwaysNamesPeersEvenWhenThereAreNone() {
        assertEquals(
                "d8:completei1e10:incompletei2e8:intervali1800e12:min intervali60e5:peers0:e",
                text(answer().compact()));
    }

    @Test
    void listsPeersAsDictionariesOnRequest() {
        assertEquals(
                "d8:completei1e10:incompletei2e8:intervali1800e12:min intervali60e5:peersl"
                        + "d2:ip10:10.0.0.2557:peer id20:-XX0001-aaaaaaaaaaaa4:porti6881ee"
                        + "ee",
                text(answer(V4).listed(true)));
        assertFalse(text(answer(V4).listed(false)).contains("peer id"));
    }

    @Test
    void writesAScrapeByInfohash() {
        var counts = new ScrapeAnswer.Counts(3, 1, 7);
        assertEquals(
                "d5:filesd20:\u00ff".concat("a".repeat(19))
                        + "d8:completei3e10:downloadedi7e10:incompletei1eeee",
                text(
                        new ScrapeAnswer(
                                        Map.of(new WireInfohash("\u00ff" + "a".repeat(19)), counts))
                                .encoded()));
    }

    @Test
    void writesAFailure() {
        assertEquals("d14:failure reason3:No.e", text(new Failure("No.").encoded()));
    }

    @Test
    void neverPrintsAPeersAddress() {
        assertFalse(answer(V4, V6).toString().contains("10.0.0.255"));
    }

    private static AnnounceAnswer answer(AnnouncedPeer... peers) {
        return new AnnounceAnswer(1800, 60, 1, 2, List.of(peers));
    }

    private static AnnouncedPeer peer(String address, int port) {
        return new AnnouncedPeer(
                new PeerAddress(InetAddress.ofLiteral(address), port), "-XX0001-aaaaaaaaaaaa");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
