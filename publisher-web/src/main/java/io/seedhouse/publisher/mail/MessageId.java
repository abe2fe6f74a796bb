package io.seedhouse.publisher.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The Message-ID of a letter (RFC 5322, section 3.6.4).
 *
 * @param notice what the letter tells
 * @param host of the platform's base URL
 */
record MessageId(UUID notice, String host) {
    private static final String UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ANY =
            Pattern.compile("<(" + UUID_TEXT + ")@([^<>@\\s]{1,255})>", Pattern.CASE_INSENSITIVE);

    /** {@code <5d0a...@films.example>}. */
    String text() {
        return "<" + notice + "@" + host + ">";
    }

    /**
     * The last one of this host that a header names.
     *
     * @param header what Message-ID, In-Reply-To or References say
     */
    static Optional<MessageId> last(String header, String host) {
        return ANY.matcher(header)
                .results()
                .filter(id -> id.group(2).equalsIgnoreCase(host))
                .map(id -> new MessageId(UUID.fromString(id.group(1)), host))
                .reduce((earlier, later) -> later);
    }
}
