package io.seedhouse.tracker.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a client puts on the wire, written out by hand from BEP 3, 9 and 10. */
final class Wire {
    /** The number under which the client of these tests wants metadata. */
    static final int THEIRS = 7;

    static final String NO_EXTENSION = "0000000000000000";
    static final String EXTENSION = "0000000000100000";
    static final String FAST = "0000000000100004";

    private Wire() {}

    static byte[] handshake(String reserved, String infohash) {
        return HexFormat.of()
                .parseHex(
                        "13426974546f7272656e742070726f746f636f6c"
                                + reserved
                                + infohash.substring(0, 40)
                                + "2d5858303030312d"
                                + "00".repeat(12));
    }

    static byte[] extensions() {
        return extended(0, "d1:md6:ut_pexi1e11:ut_metadatai7ee1:v6:cliente");
    }

    static byte[] request(long piece) {
        return extended(1, "d8:msg_typei0e5:piecei" + piece + "ee");
    }

    static byte[] extended(int number, String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[1 + payload.length];
        bytes[0] = (byte) number;
        System.arraycopy(payload, 0, bytes, 1, payload.length);
        return message(20, bytes);
    }

    static byte[] message(int type, byte... payload) {
        return ByteBuffer.allocate(5 + payload.length)
                .putInt(1 + payload.length)
                .put((byte) type)
                .put(payload)
                .array();
    }
}
