package io.seedhouse.publisher.ffmpeg;

import java.io.InputStream;

/**
 * What a program writes to its standard output: ffprobe an answer, which is kept, ffmpeg lines of
 * {@code key=value} about its progress, of which only the newest counts.
 */
final class Answer extends Drain {
    private static final int LONGEST_LINE = 100;

    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private volatile boolean tooLong;
    private volatile long micros;
    private volatile long written;

    /**
     * @param longest characters to keep; 0 for none
     */
    Answer(InputStream in, int longest) {
        super(in);
        this.longest = longest;
        start();
    }

    @Override
    synchronized void take(char[] part, int length) {
        for (int i = 0; i < length; i++) {
            if (part[i] == '\n') {
                note(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(part[i]);
            }
        }
        if (text.length() + length <= longest) {
            text.append(part, 0, length);
        } else {
            tooLong = longest > 0;
        }
    }

    private void note(String said) {
        if (said.startsWith("out_time_us=")) {
            micros = number(said, micros);
        } else if (said.startsWith("total_size=")) {
            written = number(said, written);
        }
    }

    /** ffmpeg writes N/A where it does not know. */
    private static long number(String said, long otherwise) {
        String digits = said.substring(said.indexOf('=') + 1).strip();
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : otherwise;
    }

    synchronized String text() {
        return text.toString();
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Of the result's own time that are done. */
    long micros() {
        return micros;
    }

    /** Bytes of the result so far. */
    long written() {
        return written;
    }
}
