package io.seedhouse.packager.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MIB = 1 << 20;

    private final StringWriter shown = new StringWriter();
    private long now;

    @Test
    void aLogGetsALineNowAndThenWithRateAndTimeLeft() {
        try (Progress progress = progress(1000 * MIB, false)) {
            for (int second = 1; second <= 12; second++) {
                after(1, progress, 10 * MIB);
            }
        }
        assertEquals(
                """
                6 % of 1000.0 MiB, 10.0 MiB/s, 1 min 34 s left
                12 % of 1000.0 MiB, 10.0 MiB/s, 1 min 28 s left
                """,
                lines());
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        try (Progress progress = progress(10_000 * MIB, false)) {
            after(6, progress, 6000 * MIB); // an earlier run's work, only compared
            shown.getBuffer().setLength(0);
            for (int second = 1; second <= 24; second++) {
                after(1, progress, 10 * MIB);
            }
        }
        assertEquals(
                "62 % of 9.8 GiB, 10.0 MiB/s, 6 min 16 s left", lines().lines().toList().getLast());
    }

    @Test
    void workThatTurnsOutToBeNoneIsTakenBack() {
        try (Progress progress = progress(100 * MIB, false)) {
            after(1, progress, 50 * MIB);
            after(5, progress, -50 * MIB);
        }
        assertEquals("0 % of 100.0 MiB, 0 bytes/s\n", lines());
    }

    @Test
    void aTerminalGetsABarThatIsWiped() {
        try (Progress progress = progress(100 * MIB, true)) {
            after(1, progress, 50 * MIB);
        }
        String bar = "[" + "#".repeat(15) + " ".repeat(15) + "] ";
        String line = bar + "50 % of 100.0 MiB, 50.0 MiB/s, 1 s left";
        assertEquals(
                "\r" + line + " ".repeat(78 - line.length()) + "\r" + " ".repeat(78) + "\r",
                lines());
    }

    private Progress progress(long total, boolean terminal) {
        return new Progress(new PrintWriter(shown), total, terminal, () -> now);
    }

    private void after(int seconds, Progress progress, long bytes) {
        now += seconds * 1_000_000_000L;
        progress.accept(bytes);
    }

    private String lines() {
        return shown.toString();
    }
}
