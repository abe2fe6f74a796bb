package io.seedhouse.publisher.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A letter of ours that a mail server gave up on.
 *
 * @param reason numbers only: the words of a server often hold the address
 */
record Bounce(UUID notice, String reason) {
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /**
     * What a notification tells; empty when it is of no failure, or of no letter of ours. One about
     * a delay or a success is no bounce, and neither is a mail that merely answers a letter, such
     * as a holiday greeting.
     *
     * @param host of the platform's base URL
     */
    static Optional<Bounce> of(DeliveryReport report, String host) {
        if (!report.fields("Action").anyMatch("failed"::equalsIgnoreCase)) {
            return Optional.empty();
        }
        String status =
                report.fields("Status")
                        .filter(STATUS.asMatchPredicate())
                        .findFirst()
                        .orElse("unknown");
        return report.names()
                .flatMap(header -> MessageId.last(header, host).stream())
                .findFirst()
                .map(id -> new Bounce(id.notice(), "it came back later with status " + status));
    }
}
