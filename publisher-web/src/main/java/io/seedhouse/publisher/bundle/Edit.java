package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

/** What became of {@link Bundles#edit}. */
public sealed interface Edit {
    record Edited(Bundle bundle) implements Edit {}

    record NoSuchBundle() implements Edit {}

    /**
     * Somebody else changed the texts meanwhile, and nothing was saved.
     *
     * @param bundle as it stands now
     */
    record Conflict(Bundle bundle) implements Edit {
        public String sentence() {
            return say("bundle.edit.conflict");
        }
    }
}
