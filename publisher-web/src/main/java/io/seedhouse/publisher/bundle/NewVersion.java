package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

/** What became of {@link Versions#begin}. */
public sealed interface NewVersion {
    /**
     * @param draft has the words, files and tiers of the old one
     */
    record Begun(Bundle draft) implements NewVersion {}

    /**
     * It was begun before.
     *
     * @param bundle in whatever state it is by now
     */
    record Known(Bundle bundle) implements NewVersion {}

    record NoSuchBundle() implements NewVersion {}

    /** Nobody can have bought it. */
    record NeverPublished() implements NewVersion {
        public String sentence() {
            return say("bundle.never-published");
        }
    }
}
