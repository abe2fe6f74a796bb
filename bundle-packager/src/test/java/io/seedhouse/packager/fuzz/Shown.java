package io.seedhouse.packager.fuzz;

import java.util.regex.Pattern;

/** Whether a text may be shown on a terminal; on purpose not by the code that is on trial. */
public final class Shown {
    private static final Pattern SAFE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*+");

    private Shown() {}

    /** Nothing in it steers a terminal, breaks the line or turns the direction of writing. */
    public static boolean safely(String text) {
        return SAFE.matcher(text).matches();
    }
}
