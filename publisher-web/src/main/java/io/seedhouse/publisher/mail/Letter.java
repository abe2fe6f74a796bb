package io.seedhouse.publisher.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it leaves, its links included.
 *
 * @param id of its notice, the same at every sending
 * @param text as plain text
 * @param html the same as HTML
 * @param unsubscribe address that a POST unsubscribes at; null where nobody subscribed
 */
record Letter(
        UUID id,
        String recipient,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe) {
    /** Leaves address and links out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Letter[id=" + id + "]";
    }
}
