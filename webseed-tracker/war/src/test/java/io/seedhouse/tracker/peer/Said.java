package io.seedhouse.tracker.peer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class writes to the log while this is open; none of it reaches the console. */
final class Said extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger log;

    private Said(Logger log) {
        this.log = log;
    }

    static Said by(Class<?> type) {
        Said said = new Said(Logger.getLogger(type.getName()));
        said.log.setUseParentHandlers(false);
        said.log.addHandler(said);
        return said;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
        log.setUseParentHandlers(true);
    }
}
