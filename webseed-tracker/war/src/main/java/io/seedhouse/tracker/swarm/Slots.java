package io.seedhouse.tracker.swarm;

import org.jspecify.annotations.Nullable;

/**
 * The table of a hash index: small numbers, two bytes each as long as they fit, else four. Zero
 * means empty.
 */
final class Slots {
    private static final int MOST_NARROW = Character.MAX_VALUE;

    private final char @Nullable [] narrow;
    private final int @Nullable [] wide;

    /** An empty table of so many slots, for numbers up to {@code largest}. */
    Slots(int length, int largest) {
        narrow = largest <= MOST_NARROW ? new char[length] : null;
        wide = largest <= MOST_NARROW ? null : new int[length];
    }

    int length() {
        return narrow != null ? narrow.length : wide != null ? wide.length : 0;
    }

    int get(int slot) {
        return narrow != null ? narrow[slot] : wide != null ? wide[slot] : 0;
    }

    void set(int slot, int number) {
        if (narrow != null) {
            narrow[slot] = (char) number;
        } else if (wide != null) {
            wide[slot] = number;
        }
    }
}
