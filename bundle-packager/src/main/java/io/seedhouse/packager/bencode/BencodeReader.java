package io.seedhouse.packager.bencode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads canonical bencoding and nothing else: no leading zeros, no {@code -0}, keys unique and
 * sorted, no bytes after the value. Nesting and the number of values are bounded, so a small
 * hostile input cannot exhaust the stack or the heap.
 */
public final class BencodeReader {
    /** How deep lists and dictionaries may nest. */
    public static final int MAX_DEPTH = 100;

    /** How many values an input may hold. */
    public static final int MAX_VALUES = 1_000_000;

    private static final int MAX_DIGITS = 20;
    private static final int MOST_SHOWN = 80;

    private final byte[] in;
    private int at;
    private int depth;
    private int values;

    private BencodeReader(byte[] in) {
        this.in = in;
    }

    /**
     * Reads one value that takes all the bytes.
     *
     * @throws BencodeException when the bytes are not canonical bencoding or exceed a bound
     */
    public static BencodeValue read(byte[] bytes) throws BencodeException {
        BencodeReader reader = new BencodeReader(bytes);
        BencodeValue value = reader.value();
        if (reader.at != bytes.length) {
            throw new BencodeException("unexpected bytes after the end", reader.at);
        }
        return value;
    }

    private BencodeValue value() throws BencodeException {
        if (++values > MAX_VALUES) {
            throw new BencodeException("more than " + MAX_VALUES + " values", at);
        }
        return switch (peek()) {
            case 'i' -> number();
            case 'l' -> list();
            case 'd' -> dictionary();
            default -> string();
        };
    }

    private BencodeNumber number() throws BencodeException {
        at++;
        return new BencodeNumber(digits('e', true));
    }

    private BencodeList list() throws BencodeException {
        enter();
        List<BencodeValue> items = new ArrayList<>();
        while (peek() != 'e') {
            items.add(value());
        }
        leave();
        return new BencodeList(items);
    }

    private BencodeDictionary dictionary() throws BencodeException {
        enter();
        SortedMap<BencodeString, BencodeValue> entries = new TreeMap<>();
        while (peek() != 'e') {
            int start = at;
            BencodeString key = string();
            if (!entries.isEmpty() && entries.lastKey().compareTo(key) >= 0) {
                throw new BencodeException(
                        "key '" + shown(key) + "' repeated or out of order", start);
            }
            entries.put(key, value());
        }
        leave();
        return new BencodeDictionary(entries);
    }

    private BencodeString string() throws BencodeException {
        int start = at;
        long length = digits(':', false);
        if (length > in.length - at) {
            throw new BencodeException("string longer than the input", start);
        }
        at += (int) length;
        return BencodeString.own(Arrays.copyOfRange(in, at - (int) length, at));
    }

    private long digits(char end, boolean signed) throws BencodeException {
        int start = at;
        while (peek() != end) {
            boolean sign = signed && at == start && in[at] == '-';
            if (!sign && (in[at] < '0' || in[at] > '9') || at - start > MAX_DIGITS) {
                throw new BencodeException("no number", start);
            }
            at++;
        }
        String text = new String(in, start, at - start, StandardCharsets.US_ASCII);
        at++;
        return canonical(text, start);
    }

    private static long canonical(String text, int start) throws BencodeException {
        try {
            long value = Long.parseLong(text);
            if (Long.toString(value).equals(text)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BencodeException("no number of 64 bits", start);
        }
        throw new BencodeException("number with superfluous zeros or sign", start);
    }

    private static String shown(BencodeString key) {
        String text = key.toString();
        if (text.length() <= MOST_SHOWN) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1));
        return text.substring(0, half ? MOST_SHOWN - 1 : MOST_SHOWN) + "...";
    }

    private void enter() throws BencodeException {
        if (++depth > MAX_DEPTH) {
            throw new BencodeException("nested deeper than " + MAX_DEPTH, at);
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    private byte peek() throws BencodeException {
        if (at >= in.length) {
            throw new BencodeException("input ends too early", at);
        }
        return in[at];
    }
}
