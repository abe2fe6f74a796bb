package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads a query that is known to be sound in the plainest way, to compare with. */
final class PlainQuery {
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();

    PlainQuery(String query) {
        for (String pair : query.split("&")) {
            String[] sides = pair.split("=", 2);
            names.add(new String(decoded(sides[0]), ISO_8859_1));
            values.add(sides.length == 1 ? new byte[0] : decoded(sides[1]));
        }
    }

    /** The values of that name. */
    List<byte[]> all(String name) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                all.add(values.get(i));
            }
        }
        return all;
    }

    /** The first value of that name. */
    byte[] bytes(String name) {
        return all(name).getFirst();
    }

    /** The same as a number, with the largest that fits for one too large. */
    long number(String name) {
        return new BigInteger(new String(bytes(name), ISO_8859_1))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** Bytes in a query, those escaped that must be, and others at will. */
    static String escaped(byte[] bytes, int will) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean plain = c > ' ' && c < 0x7f && "&=%#".indexOf(c) < 0;
            text.append(
                    plain && (will >> i % 8 & 1) == 0
                            ? String.valueOf(c)
                            : String.format(i % 2 == 0 ? "%%%02x" : "%%%02X", (int) c));
        }
        return text.toString();
    }

    private static byte[] decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
