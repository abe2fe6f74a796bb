package io.seedhouse.publisher.sealing;

import java.io.IOException;

/** A file of an earlier version that cannot be sealed anew. */
final class Unopenable extends IOException {
    private final String sentence;

    /**
     * @param what what is wrong with it, as the rest of a sentence
     */
    Unopenable(String name, String what) {
        super(what);
        sentence =
                "The file \"%s\" of the earlier version %s: remove it here and upload it again."
                        .formatted(name, what);
    }

    /** Says what to do, to the publisher. */
    String sentence() {
        return sentence;
    }
}
