package io.seedhouse.publisher.mail;

/** What became of {@link Post#post}; reasons name neither the address nor what a server said. */
sealed interface Posted {
    /** It is in the hands of a mail server. */
    record Taken() implements Posted {}

    /** The address takes no mail. */
    record Refused(String reason) implements Posted {}

    /** It could not be sent now. */
    record Failed(String reason) implements Posted {}
}
