package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import java.util.UUID;

/** What became of {@link Bundles#withdraw}. */
public sealed interface Withdraw {
    record Withdrawn(Bundle bundle) implements Withdraw {}

    record NoSuchBundle(UUID bundleId) implements Withdraw {}

    /** It was never served, so there is nothing to take back. */
    record NotSealed(Status status) implements Withdraw {
        public String sentence() {
            return say("bundle.not-sealed");
        }
    }
}
