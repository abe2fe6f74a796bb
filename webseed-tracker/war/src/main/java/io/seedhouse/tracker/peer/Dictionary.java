package io.seedhouse.tracker.peer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A bencoded dictionary as a client wrote it, searched in place. More tolerant than a torrent's
 * reader must be: keys may stand in any order and bytes may follow the end. What is damaged is
 * simply not there; nothing a client writes makes an exception.
 *
 * @param from where it begins
 * @param to end of the bytes that may be read
 */
record Dictionary(byte[] bytes, int from, int to) {
    /** Said instead of a number that is not there. */
    static final long NONE = -1;

    private static final int MOST_DIGITS = 9;

    /** The number under a key, when it is one from 0 to 999,999,999; else {@link #NONE}. */
    long number(String key) {
        int at = find(key);
        return at < to && bytes[at] == 'i' ? digits(at + 1, 'e') : NONE;
    }

    /** The dictionary under a key; an empty one when there is none. */
    Dictionary dictionary(String key) {
        return new Dictionary(bytes, find(key), to);
    }

    /** Where the value of a key begins; {@code to} when there is no such key. */
    private int find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
        int at = from < to && bytes[from] == 'd' ? from + 1 : to;
        while (at < to && bytes[at] != 'e') {
            int value = afterString(at);
            if (Arrays.equals(bytes, text(at), value, wanted, 0, wanted.length)) {
                return value;
            }
            at = after(value);
        }
        return to;
    }

    /** The place after a value, whatever it holds, nesting included; {@code to} when damaged. */
    private int after(int start) {
        int at = start;
        int depth = 0;
        do {
            if (at >= to) {
                return to;
            }
            switch (bytes[at]) {
                case 'd', 'l' -> {
                    depth++;
                    at++;
                }
                case 'e' -> {
                    depth--;
                    at++;
                }
                case 'i' -> at = afterNumber(at);
                default -> at = afterString(at);
            }
        } while (depth > 0);
        return depth < 0 ? to : at;
    }

    private int afterNumber(int at) {
        int end = at;
        while (end < to && bytes[end] != 'e') {
            end++;
        }
        return Math.min(end + 1, to);
    }

    private int afterString(int at) {
        int text = text(at);
        return text == to ? to : (int) Math.min(text + digits(at, ':'), to);
    }

    /** The place after a string's length and colon; {@code to} when there is no string. */
    private int text(int at) {
        if (digits(at, ':') == NONE) {
            return to;
        }
        int colon = at;
        while (bytes[colon] != ':') {
            colon++;
        }
        return colon + 1;
    }

    private long digits(int at, char end) {
        long value = 0;
        for (int i = at; i < Math.min(to, at + MOST_DIGITS + 1); i++) {
            if (bytes[i] == end) {
                return i == at ? NONE : value;
            }
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NONE;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return NONE;
    }
}
