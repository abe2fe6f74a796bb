package io.seedhouse.publisher.cutting;

/** A thing to make. */
public sealed interface Cut permits Remux, FramesCut, Poster, Teaser, SubtitlesCut {
    /**
     * Bytes of disk that the result takes at most, roughly.
     *
     * @param length bytes of the source
     */
    long room(long length);

    /**
     * Whether it can be made of this, as far as can be told without trying.
     *
     * @throws CannotCut when it cannot
     */
    void check(Source source);

    /**
     * @throws CannotCut when it never will be
     * @throws Interrupted when the bench says that it is time to stop
     */
    Made make(Source source, Bench bench);
}
