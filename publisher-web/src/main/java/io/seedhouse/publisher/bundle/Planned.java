package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

/** What became of {@link Bundles#plan} and {@link Bundles#markExtra}. */
public sealed interface Planned {
    record Done(Bundle bundle) implements Planned {}

    record NoSuchBundle() implements Planned {}

    record NoSuchFile() implements Planned {}

    /**
     * The moments cannot be these.
     *
     * @param sentence says why, to the publisher
     */
    record Refused(String sentence) implements Planned {}

    /** What is withdrawn is planned by publishing it again. */
    record Withdrawn() implements Planned {
        public String sentence() {
            return say("release.withdrawn");
        }
    }
}
