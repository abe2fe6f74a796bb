package io.seedhouse.publisher.ffmpeg;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that runs, and everything it started. */
final class Run {
    private static final long LOOK_MILLIS = 100;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** Exit status of a program that the kernel ended for the size of its file: SIGXFSZ. */
    private static final int FILE_TOO_LARGE = 128 + 25;

    /** The same for its processor time: SIGXCPU. */
    private static final int CPU_TOO_LONG = 128 + 24;

    private final Process process;
    private final Answer answer;
    private final Complaints complaints;

    /**
     * @param longest characters of its answer to keep
     */
    Run(Process process, int longest) {
        this.process = process;
        this.answer = new Answer(process.getInputStream(), longest);
        this.complaints = new Complaints(process.getErrorStream());
    }

    /** Waits until it ends or is ended; nothing of it is left then. */
    Ran await(Limits limits, Watch watch) {
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!watch.goesOn(answer.micros())) {
                    return failed(Ran.Cause.STOPPED);
                }
                if (System.nanoTime() - end > 0) {
                    return failed(Ran.Cause.TOO_LONG);
                }
                if (answer.isTooLong() || answer.written() > limits.outputBytes()) {
                    return failed(Ran.Cause.TOO_LARGE);
                }
            }
            answer.end(LAST_WORDS);
            complaints.end(LAST_WORDS);
            return outcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Ran.Cause.STOPPED);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Ran outcome() {
        return switch (process.exitValue()) {
            case 0 ->
                    answer.isTooLong() ? failed(Ran.Cause.TOO_LARGE) : new Ran.Done(answer.text());
            case FILE_TOO_LARGE -> failed(Ran.Cause.TOO_LARGE);
            case CPU_TOO_LONG -> failed(Ran.Cause.TOO_LONG);
            default -> failed(complaints.cause());
        };
    }

    private Ran failed(Ran.Cause cause) {
        return new Ran.Failed(cause, complaints.last());
    }
}
