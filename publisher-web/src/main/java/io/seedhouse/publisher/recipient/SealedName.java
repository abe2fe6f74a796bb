package io.seedhouse.publisher.recipient;

/**
 * The two names of a file sealed at home: that of the film and that of its ciphertext. Either may
 * be given anywhere, so one {@code .age} at the end is always taken off.
 *
 * @param clear {@code film.mp4}
 */
public record SealedName(String clear) {
    private static final String ENDING = ".age";

    /** The name that somebody gave, with or without {@code .age}. */
    public static SealedName of(String given) {
        return new SealedName(
                given.endsWith(ENDING)
                        ? given.substring(0, given.length() - ENDING.length())
                        : given);
    }

    /** {@code film.mp4.age}. */
    public String sealed() {
        return clear + ENDING;
    }
}
