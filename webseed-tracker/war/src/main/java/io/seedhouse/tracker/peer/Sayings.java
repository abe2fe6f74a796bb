package io.seedhouse.tracker.peer;

import io.seedhouse.tracker.wire.WireInfohash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** All that our peer ever says, in the wire's form. */
final class Sayings {
    /** Bytes of a handshake (BEP 3). */
    static final int HANDSHAKE = 68;

    /** The message that carries all extensions (BEP 10). */
    static final byte EXTENDED = 20;

    /** The number under which we wish to be asked for metadata; ours to choose. */
    static final byte UT_METADATA = 1;

    /** How every handshake begins. */
    private static final byte[] PROTOCOL =
            "\u0013BitTorrent protocol".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte HAVE_NONE = 0x0f;

    /** Where among eight reserved bytes a client says that it knows an extension, and by what. */
    private static final int EXTENSIONS_AT = PROTOCOL.length + 5;

    private static final int EXTENSIONS = 0x10;
    private static final int FAST_AT = PROTOCOL.length + 7;
    private static final int FAST = 0x04;
    private static final int INFOHASH_AT = PROTOCOL.length + 8;

    private final byte[] peerId;

    /** With a peer id of its own, which tells clients that two addresses are one peer. */
    Sayings() {
        byte[] id = new byte[20];
        new SecureRandom().nextBytes(id);
        System.arraycopy("-SH0100-".getBytes(StandardCharsets.US_ASCII), 0, id, 0, 8);
        peerId = id;
    }

    /** Whether bytes from {@code at} on can be a handshake, as far as they are there. */
    static boolean begins(ByteBuffer in) {
        for (int i = 0; i < Math.min(PROTOCOL.length, in.remaining()); i++) {
            if (in.get(in.position() + i) != PROTOCOL[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean knowsExtensions(byte[] handshake) {
        return (handshake[EXTENSIONS_AT] & EXTENSIONS) != 0;
    }

    static boolean isFast(byte[] handshake) {
        return (handshake[FAST_AT] & FAST) != 0;
    }

    static WireInfohash infohash(byte[] handshake) {
        ByteBuffer at = ByteBuffer.wrap(handshake, INFOHASH_AT, WireInfohash.LENGTH);
        return new WireInfohash(at.getLong(), at.getLong(), at.getInt());
    }

    /**
     * The handshake and all that goes with it: who knows the fast extension (BEP 6) must be told
     * what we have, which is nothing; and the extended handshake, in which we say how much metadata
     * there is, and by {@code upload_only} (BEP 21) that we want none of the client's pieces, so
     * that it need not keep us.
     */
    ByteBuffer greeting(WireInfohash infohash, boolean fast, int metadata) {
        byte[] extended =
                ("d1:md11:ut_metadatai%dee13:metadata_sizei%de4:reqqi1e11:upload_onlyi1e"
                                + "1:v9:Seedhousee")
                        .formatted(UT_METADATA, metadata)
                        .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(HANDSHAKE + 5 + 6 + extended.length);
        out.put(PROTOCOL);
        byte[] reserved = new byte[8];
        reserved[5] = EXTENSIONS;
        reserved[7] = FAST;
        out.put(reserved).put(infohash.bytes()).put(peerId);
        if (fast) {
            out.putInt(1).put(HAVE_NONE);
        }
        return extended(out, 0, extended.length).put(extended).flip();
    }

    /** A piece of metadata: {@code msg_type} 1. */
    static ByteBuffer piece(int under, int index, InfoDictionary info) {
        ByteBuffer piece = info.piece(index);
        byte[] head =
                "d8:msg_typei1e5:piecei%de10:total_sizei%dee"
                        .formatted(index, info.size())
                        .getBytes(StandardCharsets.US_ASCII);
        int length = head.length + piece.remaining();
        ByteBuffer out = ByteBuffer.allocate(6 + length);
        return extended(out, under, length).put(head).put(piece).flip();
    }

    /** There is no such piece, or it was asked for too often: {@code msg_type} 2. */
    static ByteBuffer reject(int under, long index) {
        byte[] text =
                "d8:msg_typei2e5:piecei%dee".formatted(index).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(6 + text.length);
        return extended(out, under, text.length).put(text).flip();
    }

    private static ByteBuffer extended(ByteBuffer out, int number, int length) {
        return out.putInt(2 + length).put(EXTENDED).put((byte) number);
    }
}
