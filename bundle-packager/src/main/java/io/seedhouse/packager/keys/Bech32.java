package io.seedhouse.packager.keys;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bech32 (BIP 173) without its limit of 90 characters, as age writes keys. Five bits make one
 * symbol; six symbols at the end are a checksum over prefix and data.
 */
final class Bech32 {
    static final String SYMBOLS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    static final int CHECKSUM = 6;
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };

    private Bech32() {}

    /** The symbols of data and checksum, which follow {@code prefix + '1'}; all in lower case. */
    static String encode(String prefix, byte[] data) {
        int count = Math.ceilDiv(data.length * 8, 5);
        int[] values = new int[count + CHECKSUM];
        for (int bit = 0; bit < data.length * 8; bit++) {
            int set = data[bit / 8] >> (7 - bit % 8) & 1;
            values[bit / 5] |= set << (4 - bit % 5);
        }
        int checksum = remainder(prefix, values) ^ 1;
        for (int i = 0; i < CHECKSUM; i++) {
            values[count + i] = checksum >>> 5 * (CHECKSUM - 1 - i) & 31;
        }
        StringBuilder text = new StringBuilder();
        Arrays.stream(values).forEach(value -> text.append(SYMBOLS.charAt(value)));
        return text.toString();
    }

    /**
     * Reads symbols, all in lower case and of the alphabet.
     *
     * @return null when the checksum does not fit or bits are left over that are not zero
     */
    static byte @Nullable [] decode(String prefix, String symbols) {
        int[] values = symbols.chars().map(SYMBOLS::indexOf).toArray();
        int bits = (values.length - CHECKSUM) * 5;
        if (bits < 0 || remainder(prefix, values) != 1) {
            return null;
        }
        byte[] data = new byte[bits / 8];
        for (int bit = 0; bit < bits; bit++) {
            int set = values[bit / 5] >> (4 - bit % 5) & 1;
            if (bit / 8 < data.length) {
                data[bit / 8] |= (byte) (set << (7 - bit % 8));
            } else if (set == 1) {
                return null;
            }
        }
        return data;
    }

    private static int remainder(String prefix, int[] values) {
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check) ^ prefix.charAt(i) >> 5;
        }
        check = step(check);
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check) ^ prefix.charAt(i) & 31;
        }
        for (int value : values) {
            check = step(check) ^ value;
        }
        return check;
    }

    private static int step(int check) {
        int next = (check & 0x1ffffff) << 5;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (check >>> 25 + i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
