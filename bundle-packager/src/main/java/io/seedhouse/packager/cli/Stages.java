package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.publishing.Watcher;
import io.seedhouse.packager.cli.terminal.Progress;
import io.seedhouse.packager.cli.terminal.SafeLine;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows each stage of a longer piece of work as a line and a bar of its own. */
final class Stages implements Watcher, AutoCloseable {
    private final PrintWriter err;
    private @Nullable Progress progress;

    Stages(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void begin(String what, long bytes) {
        close();
        say(what);
        progress = new Progress(err, bytes);
    }

    @Override
    public synchronized void advance(long bytes) {
        if (progress != null) {
            progress.accept(bytes);
        }
    }

    @Override
    public void waiting(String why, long seconds) {
        say("%s; trying again in %d s".formatted(why, seconds));
    }

    private void say(String line) {
        err.println(SafeLine.of(line));
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
