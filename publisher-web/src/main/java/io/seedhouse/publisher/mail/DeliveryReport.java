package io.seedhouse.publisher.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464): a multipart/report of words for people, groups of
 * fields about the delivery, and the headers of the letter that came back.
 *
 * @param own headers of the notification
 * @param status groups of fields about the delivery, first of the message and then of recipients
 * @param returned headers of the letter that came back
 */
record DeliveryReport(
        InternetHeaders own, List<InternetHeaders> status, List<InternetHeaders> returned) {
    /** Parts, and groups of fields, that are looked at; one letter to one address makes three. */
    private static final int MOST = 10;

    /** Where a letter is named, the surest first. */
    private static final List<String> NAMING =
            List.of("Original-Message-ID", "X-Original-Message-ID", "In-Reply-To", "References");

    /**
     * @param mail as it came, headers included
     * @return empty for what is no notification
     */
    static Optional<DeliveryReport> read(byte[] mail) {
        try {
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return message.isMimeType("multipart/report")
                    ? Optional.of(read(message, new ByteArrayInputStream(mail)))
                    : Optional.empty();
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static DeliveryReport read(MimeMessage message, InputStream raw)
            throws MessagingException, IOException {
        var report =
                new DeliveryReport(new InternetHeaders(raw), new ArrayList<>(), new ArrayList<>());
        var parts = new MimeMultipart(new MimePartDataSource(message));
        for (int i = 0; i < Math.min(MOST, parts.getCount()); i++) {
            report.add(parts.getBodyPart(i));
        }
        return report;
    }

    private void add(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            if (part.isMimeType("message/delivery-status")
                    || part.isMimeType("message/global-delivery-status")) {
                for (int i = 0; i < MOST && in.available() > 0; i++) {
                    status.add(new InternetHeaders(in));
                }
            } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
                returned.add(new InternetHeaders(in));
            }
        }
    }

    /** Values of a field in any group about the delivery. */
    Stream<String> fields(String name) {
        return status.stream().flatMap(group -> values(group, name)).map(String::strip);
    }

    /** Whatever may name the letter, the surest first. */
    Stream<String> names() {
        return Stream.concat(
                returned.stream().flatMap(headers -> values(headers, "Message-ID")),
                NAMING.stream()
                        .flatMap(name ->
                                Stream.concat(status.stream(), Stream.of(own))
                                        .flatMap(headers -> values(headers, name))));
    }

    private static Stream<String> values(InternetHeaders headers, String name) {
        String @Nullable [] values = headers.getHeader(name);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }
}
