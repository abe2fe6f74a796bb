package io.seedhouse.publisher.library;

/** What a link is worth, and what became of {@link Links#redeem}. */
sealed interface Redeem {
    /** A session is open in this browser; its token is for the cookie alone. */
    record Opened(String session) implements Redeem {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    record Used() implements Redeem {}

    record Expired() implements Redeem {}

    /** Never issued, or so long ago that it is forgotten. */
    record Unknown() implements Redeem {}
}
