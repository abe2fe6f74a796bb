package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/** Sends by the operator's mail server, each letter over a connection of its own. */
final class Smtp implements Post {
    /** For connecting, and for each answer of the server. */
    private static final Duration EACH = Duration.ofSeconds(20);

    private final SmtpServer server;
    private final Envelope envelope;
    private final ScheduledExecutorService clock;
    private final Duration whole;

    /**
     * @param clock closes connections that take too long
     * @param whole time for one letter
     */
    Smtp(SmtpServer server, Envelope envelope, ScheduledExecutorService clock, Duration whole) {
        this.server = server;
        this.envelope = envelope;
        this.clock = clock;
        this.whole = whole;
    }

    @Override
    public Posted post(Letter letter) {
        try (Deadline deadline = new Deadline(clock, whole)) {
            try {
                send(letter, Session.getInstance(properties(deadline, letter.recipient())));
                return new Posted.Taken();
            } catch (AddressException e) {
                return new Posted.Refused("it is no address that mail can be sent to");
            } catch (MessagingException e) {
                return deadline.passed()
                        ? new Posted.Failed("the mail server took too long")
                        : SmtpFault.of(e);
            }
        }
    }

    private void send(Letter letter, Session session) throws MessagingException {
        MimeMessage message = envelope.seal(session, letter, Instant.now());
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    /** A server that took the letter has it, however the goodbye goes. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // the deadline closes the socket in any case
        }
    }

    private Properties properties(Deadline deadline, String recipient) {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.socketFactory", deadline);
        smtp.put("mail.smtp.socketFactory.fallback", "false");
        smtp.put("mail.smtp.connectiontimeout", Long.toString(EACH.toMillis()));
        smtp.put("mail.smtp.timeout", Long.toString(EACH.toMillis()));
        smtp.put("mail.smtp.quitwait", "false");
        smtp.put("mail.smtp.localhost", envelope.host());
        smtp.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean plain = US_ASCII.newEncoder().canEncode(recipient);
        smtp.put("mail.mime.allowutf8", Boolean.toString(!plain));
        smtp.put("mail.mime.charset", UTF_8.name());
        encrypt(smtp);
        return smtp;
    }

    private void encrypt(Properties smtp) {
        switch (server.encryption()) {
            case NONE -> smtp.put("mail.smtp.starttls.enable", "false");
            case OFFERED -> smtp.put("mail.smtp.starttls.enable", "true");
            case REQUIRED -> {
                smtp.put("mail.smtp.starttls.enable", "true");
                smtp.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> smtp.put("mail.smtp.ssl.enable", "true");
        }
    }
}
