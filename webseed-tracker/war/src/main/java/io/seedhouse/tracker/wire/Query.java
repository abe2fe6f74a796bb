package io.seedhouse.tracker.wire;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Walks once along a raw query string and reads names and values on the way, without a copy of any.
 * Bytes are percent-decoded exactly once: an infohash is not text, so nothing here goes through
 * UTF-8; and a plus sign is a plus sign (RFC 3986), not the blank of HTML forms.
 *
 * <p>Names, and values of few letters, are compared as numbers: see {@link #word}.
 */
final class Query {
    /** What {@link #number} says of a value that is none. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    /** What {@link #number} says of a value that is empty. */
    static final long EMPTY = NO_NUMBER + 1;

    private static final byte[] HEX = hexadecimalDigits();
    private static final long LARGEST = Long.MAX_VALUE / 10 - 1;
    private static final int TWENTY = WireInfohash.LENGTH;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, BIG_ENDIAN);

    private final byte[] bytes;
    private final byte[] twenty = new byte[TWENTY];
    private int at;

    /**
     * @param raw as it stood in the request line, without the question mark
     */
    Query(String raw) {
        this.bytes = raw.getBytes(ISO_8859_1);
    }

    /** Up to nine ASCII characters as one number, seven bits each; 0 for anything longer. */
    static long word(String ascii) {
        long word = 1;
        for (int i = 0; i < ascii.length(); i++) {
            word = append(word, ascii.charAt(i));
        }
        return word;
    }

    /** The leading 1 keeps lengths apart; it reaches the sign with the ninth character. */
    private static long append(long word, int c) {
        return word <= 0 || c > 0x7f ? 0 : word << 7 | c;
    }

    /** Whether another parameter follows. */
    boolean hasNext() {
        return at < bytes.length;
    }

    /** The next parameter's name; its value is read next. */
    long name() throws MalformedRequest {
        long name = 1;
        int i = at;
        while (i < bytes.length && bytes[i] > '=') { // as all letters are
            name = append(name, bytes[i++]);
        }
        for (; i < bytes.length && bytes[i] != '=' && bytes[i] != '&'; i += width(i)) {
            name = append(name, decoded(i));
        }
        at = i < bytes.length && bytes[i] == '=' ? i + 1 : i;
        return name;
    }

    /** The value as a word. */
    long word() throws MalformedRequest {
        long word = 1;
        int i = at;
        for (; inValue(i); i += width(i)) {
            word = append(word, decoded(i));
        }
        at = i;
        return word;
    }

    /** The value as 20 bytes. */
    WireInfohash infohash(String name) throws MalformedRequest {
        readTwenty(name);
        return new WireInfohash(
                (long) LONG.get(twenty, 0), (long) LONG.get(twenty, 8), (int) INT.get(twenty, 16));
    }

    /** Checks a value of 20 bytes that nobody needs. */
    void twentyBytes(String name) throws MalformedRequest {
        readTwenty(name);
    }

    private void readTwenty(String name) throws MalformedRequest {
        int end = twentyAtOnce();
        if (end > 0) {
            at = end;
            return;
        }
        int length = 0;
        int i = at;
        for (; inValue(i); i += width(i)) {
            int value = decoded(i);
            if (length < TWENTY) {
                twenty[length] = (byte) value;
            }
            length++;
        }
        at = i;
        requireTwenty(name, length);
    }

    /**
     * Reads a value of 20 bytes without a branch on what they are: which of them are escaped is as
     * random as an infohash, and a processor that guesses wrong at every third byte spends more
     * time on these two values than on all the rest of an announce.
     *
     * @return where the value ends; 0 when it has to be read byte by byte, because it is at the
     *     query's end or is not 20 bytes in correct escapes
     */
    private int twentyAtOnce() {
        if (at + 3 * TWENTY >= bytes.length) {
            return 0;
        }
        int wrong = 0;
        int i = at;
        for (int n = 0; n < TWENTY; n++) {
            int c = bytes[i];
            int digits = HEX[bytes[i + 1] & 0xff] << 4 | HEX[bytes[i + 2] & 0xff];
            int escaped = allOnesWhen(c, '%');
            wrong |= escaped & digits | allOnesWhen(c, '&');
            twenty[n] = (byte) (escaped & digits | ~escaped & c);
            i += 1 + (escaped & 2);
        }
        return wrong < 0 || bytes[i] != '&' ? 0 : i;
    }

    private static int allOnesWhen(int a, int b) {
        return (a ^ b) - 1 >> 31 & ~(a >> 31);
    }

    private static void requireTwenty(String name, int length) throws MalformedRequest {
        if (length != WireInfohash.LENGTH) {
            throw new MalformedRequest(
                    "The parameter " + name + " must be 20 bytes, not " + length + ".");
        }
    }

    /** The value as a whole number; one too large for 63 bits is the largest that fits. */
    long number() throws MalformedRequest {
        boolean negative = inValue(at) && bytes[at] == '-';
        int start = negative ? at + 1 : at;
        long value = inValue(start) ? 0 : negative ? NO_NUMBER : EMPTY;
        int i = start;
        for (; inValue(i); i += width(i)) {
            int c = decoded(i);
            if (c < '0' || c > '9') {
                return NO_NUMBER;
            }
            value = value > LARGEST ? Long.MAX_VALUE : value * 10 + c - '0';
        }
        at = i;
        return !negative ? value : value == 0 ? NO_NUMBER : -Math.min(value, LARGEST);
    }

    /** Leaves the parameter behind. An escape of nobody's business must still be whole. */
    void finish() throws MalformedRequest {
        int i = at;
        for (; inValue(i); i += width(i)) {
            decoded(i);
        }
        at = i + 1;
    }

    private boolean inValue(int i) {
        return i < bytes.length && bytes[i] != '&';
    }

    private int width(int i) {
        return bytes[i] == '%' ? 3 : 1;
    }

    /** No escape reaches beyond its value: an ampersand is no hexadecimal digit. */
    private int decoded(int i) throws MalformedRequest {
        if (bytes[i] != '%') {
            return bytes[i] & 0xff;
        }
        int value =
                i + 2 < bytes.length
                        ? HEX[bytes[i + 1] & 0xff] << 4 | HEX[bytes[i + 2] & 0xff]
                        : -1;
        if (value < 0) {
            throw new MalformedRequest(
                    "A percent sign in the query must be followed by two hexadecimal digits.");
        }
        return value;
    }

    /** What a character is worth as a hexadecimal digit; -1 when it is none. */
    private static byte[] hexadecimalDigits() {
        byte[] digits = new byte[256];
        for (int c = 0; c < digits.length; c++) {
            digits[c] = (byte) (c < 0x80 ? Character.digit(c, 16) : -1);
        }
        return digits;
    }
}
