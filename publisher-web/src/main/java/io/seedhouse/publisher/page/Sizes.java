package io.seedhouse.publisher.page;

import java.util.Locale;

/** Byte counts as people read them, in powers of 1000; {@code words.js} says the same. */
public final class Sizes {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Two figures at least: {@code 9.4 MB}, {@code 62 MB}, {@code 512 bytes}. */
    public static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String form = unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, form, value, UNITS[unit]);
    }
}
