package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** A kept letter, as its file has it. */
record ShownLetter(String to, String subject, Instant at, String text) {

    /** Empty for a file that is gone or no letter of ours. */
    static Optional<ShownLetter> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return Optional.of(
                    new ShownLetter(
                            InternetAddress.toString(message.getRecipients(RecipientType.TO)),
                            message.getSubject(),
                            message.getSentDate().toInstant(),
                            text(message)));
        } catch (IOException | MessagingException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        var parts = new MimeMultipart(new MimePartDataSource(message));
        return new String(parts.getBodyPart(0).getInputStream().readAllBytes(), UTF_8);
    }

    /** Leaves all of it out, so that no link can reach a log. */
    @Override
    public String toString() {
        return "ShownLetter";
    }
}
