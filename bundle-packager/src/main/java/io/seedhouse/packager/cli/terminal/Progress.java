package io.seedhouse.packager.cli.terminal;

import io.seedhouse.packager.packing.ByteCount;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Shows on stderr how far a command is, how fast and how long it will take: a bar redrawn in place
 * on a terminal, else a plain line now and then, so that a log stays short.
 */
public final class Progress implements LongConsumer, AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final int WIDTH = 30;
    private static final int LINE = 78;

    private final PrintWriter err;
    private final long total;
    private final boolean terminal;
    private final LongSupplier clock;
    private final Rate rate;
    private long done;
    private long shown;

    /**
     * @param total bytes to do; 0 when that is not known
     */
    public Progress(PrintWriter err, long total) {
        this(err, total, onTerminal(), System::nanoTime);
    }

    Progress(PrintWriter err, long total, boolean terminal, LongSupplier clock) {
        this.err = err;
        this.total = total;
        this.terminal = terminal;
        this.clock = clock;
        this.shown = clock.getAsLong();
        this.rate = new Rate(shown);
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public void accept(long bytes) {
        done += bytes;
        long now = clock.getAsLong();
        rate.add(now, bytes);
        if (now - shown > (terminal ? SECOND / 10 : 5 * SECOND)) {
            shown = now;
            show();
        }
    }

    private void show() {
        String text = text();
        if (terminal) {
            String line = (total == 0 ? "" : bar() + " ") + text;
            err.print("\r" + line + " ".repeat(Math.max(0, LINE - line.length())));
        } else {
            err.println(text);
        }
        err.flush();
    }

    private String bar() {
        int full = (int) (part() * WIDTH);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    private String text() {
        double perSecond = rate.perSecond();
        String speed = ByteCount.text((long) perSecond) + "/s";
        if (total == 0) {
            return ByteCount.text(done) + ", " + speed;
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "%.0f %% of %s, %s",
                        part() * 100,
                        ByteCount.text(total),
                        speed);
        return perSecond < 1 ? text : text + ", " + left(Math.max(0, total - done) / perSecond);
    }

    private double part() {
        return Math.clamp((double) done / total, 0, 1);
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s left";
        }
        return whole < 3600
                ? "%d min %d s left".formatted(whole / 60, whole % 60)
                : "%d h %d min left".formatted(whole / 3600, whole % 3600 / 60);
    }

    /** What leaves a bar that may be on the screen, before other words. */
    static String lineStart() {
        return onTerminal() ? System.lineSeparator() : "";
    }

    /** Wipes the bar. */
    @Override
    public void close() {
        if (terminal) {
            err.print("\r" + " ".repeat(LINE) + "\r");
            err.flush();
        }
    }
}
