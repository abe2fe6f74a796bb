package io.seedhouse.packager.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Shows on stderr how far a command is: a bar redrawn in place on a terminal, else a plain line now
 * and then, so that a log stays short.
 */
final class Progress implements LongConsumer, AutoCloseable {
    private static final long NANOS = 1_000_000_000;
    private static final int WIDTH = 40;

    private final PrintWriter err;
    private final long total;
    private final boolean terminal;
    private long done;
    private long shown = System.nanoTime();

    /**
     * @param total bytes to do; 0 when that is not known
     */
    Progress(PrintWriter err, long total) {
        this.err = err;
        this.total = total;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public void accept(long bytes) {
        done += bytes;
        long now = System.nanoTime();
        if (now - shown > (terminal ? NANOS / 10 : 5 * NANOS)) {
            shown = now;
            show();
        }
    }

    private void show() {
        double part = total == 0 ? 0 : Math.min(1, (double) done / total);
        String text =
                total == 0
                        ? size(done)
                        : String.format(Locale.ROOT, "%3.0f %% of %s", part * 100, size(total));
        if (terminal && total == 0) {
            err.print("\r" + text + "    ");
        } else if (terminal) {
            int full = (int) (part * WIDTH);
            err.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text);
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Bytes in binary units, for people. */
    static String size(long bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
        int unit = bytes < 1024 ? 0 : Math.min(4, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
        return unit == 0
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f %s", bytes / Math.pow(1024, unit), units[unit]);
    }

    /** Wipes the bar. */
    @Override
    public void close() {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH + 30) + "\r");
            err.flush();
        }
    }
}
