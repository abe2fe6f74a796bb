package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import java.util.UUID;

/** What became of {@link Bundles#publish}. */
public sealed interface Publish {
    record Published(Bundle bundle) implements Publish {}

    /** It is published when its teaser comes, and stays sealed until then. */
    record Waiting(Bundle bundle) implements Publish {}

    /**
     * Its moments cannot be these.
     *
     * @param sentence says why, to the publisher
     */
    record Refused(String sentence) implements Publish {}

    record NoSuchBundle(UUID bundleId) implements Publish {}

    /** A tier sells what is not there. */
    record NotSellable(Unsellable what) implements Publish {}

    /** Only a sealed bundle can be published. */
    record NotSealed(Status status) implements Publish {
        public String sentence() {
            return switch (status) {
                case SEALING -> say("bundle.publish.sealing");
                default -> say("bundle.publish.draft");
            };
        }
    }
}
