package io.seedhouse.publisher.notice;

import java.util.UUID;

/** What a link is worth. */
public sealed interface Proof {
    /** Whoever holds the link reads the mail of this address. */
    record Proven(UUID publisherId, Purpose purpose, String email) implements Proof {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Proven[" + purpose + "]";
        }
    }

    record Used() implements Proof {}

    record Expired() implements Proof {}

    /** Never issued, for something else, or so long ago that it is forgotten. */
    record Unknown() implements Proof {}
}
