package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.LongConsumer;
import picocli.CommandLine;

/**
 * What a command of ours answered, run inside the test.
 *
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int status, String out, String err) {
    static CommandRun of(List<String> command) {
        return of(command, bytes -> {});
    }

    /**
     * @param watcher told of the progress of {@code pack}, in the midst of it
     */
    static CommandRun of(List<String> command, LongConsumer watcher) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Seedhouse.commandLine(watching(watcher))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(command.toArray(String[]::new));
        return new CommandRun(status, out.toString(), err.toString());
    }

    static CommandLine.IFactory watching(LongConsumer watcher) {
        CommandLine.IFactory ordinary = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == PackCommand.class
                        ? type.cast(new PackCommand(watcher))
                        : ordinary.create(type);
            }
        };
    }

    /** Exactly one line on stderr, with this in it. */
    void faults(int expected, String reason) {
        assertEquals(expected, status, err);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.contains(reason), err);
    }

    void succeeds() {
        assertEquals(0, status, err);
        assertEquals("", err);
    }
}
