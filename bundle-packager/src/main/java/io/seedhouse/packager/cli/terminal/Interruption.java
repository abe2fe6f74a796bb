package io.seedhouse.packager.cli.terminal;

import java.io.PrintWriter;

/**
 * Says what to do when the user interrupts a command that can go on later; Java then ends at once
 * and leaves the unfinished work where it is.
 */
public final class Interruption implements AutoCloseable {
    private final Thread hook;

    /**
     * Stands ready until closed.
     *
     * @param command its name, for the message
     */
    public Interruption(String command, PrintWriter err) {
        hook =
                new Thread(() -> {
                    err.println(
                            Progress.lineStart()
                                    + command
                                    + ": interrupted; the same command goes on where it"
                                    + " stopped");
                    err.flush();
                });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is speaking already.
        }
    }
}
