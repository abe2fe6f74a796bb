package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** The moments of a release, in the order in which they come. */
public enum Window {
    /** The page becomes public. */
    TEASER,
    /** Our web seed hands out what is sold, still locked. */
    PRELOAD,
    /** Keys open. */
    PREMIERE,
    /** Keys of files marked as extras open. */
    EXTRAS;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
