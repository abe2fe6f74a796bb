package io.seedhouse.publisher.mail;

/** A way out for letters. */
interface Post {
    /** Sends a letter, or says why not; ends within {@link Dispatch#LONGEST_SENDING}. */
    Posted post(Letter letter);
}
