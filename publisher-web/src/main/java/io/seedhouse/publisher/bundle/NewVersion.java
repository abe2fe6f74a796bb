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

    /** One was begun before, with other keys, and there is one at most. */
    record OtherKeys(Bundle bundle) implements NewVersion {
        public String sentence() {
            return ("A new version, %s, was begun before, and not with these keys: publish it, then"
                            + " begin the next of that one.")
                    .formatted(bundle.slug());
        }
    }

    record NoSuchBundle() implements NewVersion {}

    /** Nobody can have bought it. */
    record NeverPublished() implements NewVersion {
        public String sentence() {
            return say("bundle.never-published");
        }
    }
}
