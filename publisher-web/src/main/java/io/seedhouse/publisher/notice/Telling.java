package io.seedhouse.publisher.notice;

/**
 * Whom to tell, and of what.
 *
 * @param detail the account's name, or the other address
 * @param language what the recipient reads, such as {@code en}
 */
public record Telling(String recipient, String detail, String language) {
    /** Leaves the addresses out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Telling";
    }
}
