package io.seedhouse.publisher.page;

import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.language.Say;

/** Byte counts as people read them, in powers of 1000; {@code words.js} says the same. */
public final class Sizes {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Two figures at least: {@code 9.4 MB}, {@code 62 MB}, {@code 512 bytes}. */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return Say.count("page.bytes", bytes);
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String form = value < 9.95 ? "%.1f %s" : "%.0f %s";
        return String.format(Reader.current().locale(), form, value, UNITS[unit]);
    }
}
