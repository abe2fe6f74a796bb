package io.seedhouse.publisher.ffmpeg;

import java.io.InputStream;

/** What a program writes to its standard error: the last 4 KiB. */
final class Complaints extends Drain {
    private static final int KEPT = 4096;

    /** The loader's remark about the empty desktop libraries, at every start. */
    private static final String LOADER = "no version information available";

    private final StringBuilder tail = new StringBuilder();

    Complaints(InputStream in) {
        super(in);
        start();
    }

    @Override
    synchronized void take(char[] part, int length) {
        tail.append(part, 0, length);
        if (tail.length() > KEPT) {
            tail.delete(0, tail.length() - KEPT);
        }
    }

    /** Its last line. */
    synchronized String last() {
        return tail.toString()
                .lines()
                .filter(l -> !l.isBlank() && !l.contains(LOADER))
                .reduce((a, b) -> b)
                .orElse("it did not say why");
    }

    synchronized Ran.Cause cause() {
        String all = tail.toString();
        if (all.contains("No space left on device") || all.contains("Disk quota exceeded")) {
            return Ran.Cause.NO_SPACE;
        }
        if (all.contains("File too large")) {
            return Ran.Cause.TOO_LARGE;
        }
        boolean starved =
                all.contains("Cannot allocate memory")
                        || all.contains("out of memory")
                        || all.contains("Resource temporarily unavailable");
        return starved ? Ran.Cause.NO_MEMORY : Ran.Cause.FAULT;
    }
}
