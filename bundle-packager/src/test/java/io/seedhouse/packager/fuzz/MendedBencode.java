package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes canonical bencoding of any bytes: strings are as long as what is there, keys sorted, what
 * is open is closed. A mutation seldom keeps the length in front of a string right; mended, it
 * reaches the code behind the grammar.
 */
public final class MendedBencode {
    private static final int MOST_DIGITS = 18;

    private final byte[] in;
    private int at;
    private int depth;

    private MendedBencode(byte[] in) {
        this.in = in;
    }

    /** What the bytes most likely meant. */
    public static BencodeValue of(byte[] bytes) {
        MendedBencode reader = new MendedBencode(bytes);
        return bytes.length == 0 ? new BencodeNumber(0) : reader.value();
    }

    private BencodeValue value() {
        byte kind = in[at];
        if (depth == BencodeReader.MAX_DEPTH || kind != 'l' && kind != 'd') {
            return kind == 'i' ? number() : string();
        }
        at++;
        depth++;
        BencodeValue value = kind == 'l' ? list() : dictionary();
        depth--;
        skip('e');
        return value;
    }

    private BencodeNumber number() {
        at++;
        long sign = skip('-') ? -1 : 1;
        long value = sign * digits();
        skip('e');
        return new BencodeNumber(value);
    }

    private BencodeList list() {
        List<BencodeValue> items = new ArrayList<>();
        while (goesOn()) {
            items.add(value());
        }
        return new BencodeList(items);
    }

    private BencodeDictionary dictionary() {
        var entries = BencodeDictionary.builder();
        while (goesOn()) {
            BencodeString key = string();
            if (goesOn()) {
                entries.put(key, value());
            }
        }
        return entries.build();
    }

    /** A byte that begins no string is one itself. */
    private BencodeString string() {
        long length = 1;
        if (isDigit()) {
            length = digits();
            skip(':');
        }
        int from = at;
        at = (int) Math.min(in.length, from + length);
        return BencodeString.of(Arrays.copyOfRange(in, from, at));
    }

    private long digits() {
        long value = 0;
        for (int count = 0; count < MOST_DIGITS && isDigit(); count++) {
            value = value * 10 + in[at++] - '0';
        }
        return value;
    }

    private boolean isDigit() {
        return at < in.length && in[at] >= '0' && in[at] <= '9';
    }

    private boolean goesOn() {
        return at < in.length && in[at] != 'e';
    }

    private boolean skip(char wanted) {
        boolean there = at < in.length && in[at] == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
