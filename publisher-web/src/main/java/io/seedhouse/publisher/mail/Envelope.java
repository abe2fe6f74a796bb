package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;

/**
 * Puts letters into the form that travels: headers, plain text, and the same in HTML.
 *
 * @param from the platform's own address, where refusals come back to
 * @param host of the platform's base URL
 */
record Envelope(InternetAddress from, String host) {

    /**
     * @throws AddressException when the recipient is no address that mail could go to
     */
    MimeMessage seal(Session session, Letter letter, Instant now) throws MessagingException {
        MimeMessage message = new Numbered(session, new MessageId(letter.id(), host));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, address(letter.recipient()));
        message.setSubject(Plain.line(letter.subject()), UTF_8.name());
        message.setSentDate(Date.from(now));
        // RFC 3834: no holiday greeting comes back.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(
                new MimeMultipart(
                        "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    /**
     * Exactly this address: one that also holds a name or a second address would lead elsewhere
     * than the record says.
     */
    private static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        try {
            String ascii =
                    text.substring(0, at + 1)
                            + IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            InternetAddress address = new InternetAddress(ascii, true);
            if (ascii.equals(address.getAddress())) {
                return address;
            }
        } catch (IllegalArgumentException noDomain) {
            // refused below
        }
        throw new AddressException("no address");
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), subtype);
        return part;
    }

    /** Keeps the Message-ID we give it, where the library would make a new one at each saving. */
    private static final class Numbered extends MimeMessage {
        private final MessageId id;

        Numbered(Session session, MessageId id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id.text());
        }
    }
}
