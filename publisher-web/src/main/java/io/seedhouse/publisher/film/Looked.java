package io.seedhouse.publisher.film;

/** What a look at a file found. */
public sealed interface Looked {
    /** Something that plays or shows. */
    final class Found implements Looked {
        private final Reading reading;

        Found(Reading reading) {
            this.reading = reading;
        }

        Reading reading() {
            return reading;
        }

        public Facts facts() {
            return reading.facts().orElseThrow();
        }
    }

    /** Fine as a download. */
    record NoFilm() implements Looked {}

    /** The server is going down. */
    record Interrupted() implements Looked {}

    /**
     * @param problem key of a sentence for the publisher
     * @param complaint for the log
     */
    record Failed(String problem, String complaint) implements Looked {}
}
