package io.seedhouse.publisher.ffmpeg;

/** How a run ended. */
public sealed interface Ran {
    /**
     * @param output what ffprobe answered; empty for ffmpeg
     */
    record Done(String output) implements Ran {}

    /**
     * @param complaint its last words, for the log; they name files of ours
     */
    record Failed(Cause cause, String complaint) implements Ran {}

    /** Why it failed. */
    enum Cause {
        /** The program is not there or does not start. */
        MISSING,
        TOO_LONG,
        /** We ended it, because nobody wants the result any more. */
        STOPPED,
        /** It wrote more than it may. */
        TOO_LARGE,
        NO_SPACE,
        NO_MEMORY,
        /** Everything else: mostly input that it cannot read. */
        FAULT
    }
}
