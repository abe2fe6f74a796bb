package io.seedhouse.packager.packing;

import java.util.Locale;

/** Says a number of bytes in binary units, for people. */
public final class ByteCount {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private ByteCount() {}

    /** Such as {@code 512 bytes} or {@code 3.9 GiB}. */
    public static String text(long bytes) {
        int unit = bytes < 1024 ? 0 : Math.min(4, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
        return unit == 0
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f %s", bytes / Math.pow(1024, unit), UNITS[unit]);
    }
}
