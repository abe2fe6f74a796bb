package io.seedhouse.tracker.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;

/** Writes the few shapes an answer has, in bencoding (BEP 3). */
final class Bencoding {
    private final StringBuilder out = new StringBuilder();

    /**
     * @param value a Latin-1 string, a number, a collection or a map sorted by its bytes
     */
    static byte[] of(Object value) {
        Bencoding bencoding = new Bencoding();
        bencoding.write(value);
        return bencoding.out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void write(Object value) {
        switch (value) {
            case String bytes -> out.append(bytes.length()).append(':').append(bytes);
            case Number number -> out.append('i').append(number.longValue()).append('e');
            case Collection<?> list -> {
                out.append('l');
                list.forEach(this::write);
                out.append('e');
            }
            case SortedMap<?, ?> dictionary -> {
                out.append('d');
                dictionary.forEach((key, each) -> {
                    write(key);
                    write(each);
                });
                out.append('e');
            }
            default ->
                    throw new IllegalArgumentException(
                            "bencoding has no form for " + value.getClass());
        }
    }
}
