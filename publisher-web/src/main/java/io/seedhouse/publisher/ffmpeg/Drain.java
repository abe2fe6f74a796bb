package io.seedhouse.publisher.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads what a program says for as long as it speaks, so that it never waits for a reader. */
abstract class Drain {
    private static final int PART = 8192;

    private final Thread reader;

    Drain(InputStream in) {
        reader = Thread.ofVirtual().unstarted(() -> drain(in));
    }

    final void start() {
        reader.start();
    }

    /** Some characters of it; called by one thread. */
    abstract void take(char[] part, int length);

    /** Waits until everything is read, but not for ever: a grandchild may hold the pipe. */
    final void end(Duration patience) throws InterruptedException {
        reader.join(patience);
    }

    private void drain(InputStream in) {
        char[] part = new char[PART];
        try (var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (int n = text.read(part); n >= 0; n = text.read(part)) {
                take(part, n);
            }
        } catch (IOException | UncheckedIOException gone) {
            // The program was ended: what it said until then is kept.
        }
    }
}
