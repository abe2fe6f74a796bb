package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the log, and fails when anything in it is worse than information. */
final class SilentLog extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    /** Where exceptions of the server's listeners go; other tests do not want to see them. */
    private static final Logger LISTENERS = Logger.getLogger("org.xnio.listener");

    private final List<String> heard = new CopyOnWriteArrayList<>();

    SilentLog() {
        LISTENERS.setLevel(Level.WARNING);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        boolean isOfAServerThatStopped = entry.getThrown() instanceof ClosedChannelException;
        if (entry.getLevel().intValue() > Level.INFO.intValue() && !isOfAServerThatStopped) {
            heard.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        LISTENERS.setLevel(Level.OFF);
        assertEquals(List.of(), heard);
    }
}
