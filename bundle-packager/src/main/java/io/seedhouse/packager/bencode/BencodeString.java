package io.seedhouse.packager.bencode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A byte string, ordered bytewise as dictionary keys must be. Immutable. */
public final class BencodeString implements BencodeValue, Comparable<BencodeString> {
    private static final BencodeString EMPTY = new BencodeString(new byte[0]);

    private final byte[] bytes;

    private BencodeString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text in UTF-8. */
    public static BencodeString of(String text) {
        return new BencodeString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, copied. */
    public static BencodeString of(byte[] bytes) {
        return new BencodeString(bytes.clone());
    }

    /** Takes over the bytes, which nobody may change any more. */
    static BencodeString own(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new BencodeString(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /**
     * The bytes as text.
     *
     * @throws CharacterCodingException when they are not valid UTF-8
     */
    public String text() throws CharacterCodingException {
        String text = lenientText();
        // Only what holds the replacement character needs the strict decoder, which is costly.
        return text.indexOf('\ufffd') < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** The bytes as text, with the replacement character for what is not valid UTF-8. */
    public String lenientText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(BencodeString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BencodeString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** For messages: the text where it is printable, else the bytes in hex. */
    @Override
    public String toString() {
        try {
            String text = text();
            if (text.codePoints().noneMatch(BencodeString::steers)) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // Shown in hex below: many byte strings are hashes, not text.
        }
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether a character could steer a terminal or turn the direction of writing. */
    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
