package io.seedhouse.publisher.token;

import static io.seedhouse.publisher.language.Say.say;

/** What became of {@link Tokens#issue}. */
public sealed interface Issue {
    /** Its text, which cannot be read again. */
    record Issued(String text) implements Issue {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    /** There are as many with a name as there may be. */
    record TooMany(int most) implements Issue {
        public String sentence() {
            return say("account.access.many", most);
        }
    }
}
