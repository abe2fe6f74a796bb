package io.seedhouse.publisher.ffmpeg;

/** Looks at a run a few times a second. */
@FunctionalInterface
public interface Watch {
    /** For runs that nobody needs to follow. */
    Watch NOTHING = micros -> true;

    /**
     * @param doneMicros of the result's own time
     * @return false to end the run
     */
    boolean goesOn(long doneMicros);
}
