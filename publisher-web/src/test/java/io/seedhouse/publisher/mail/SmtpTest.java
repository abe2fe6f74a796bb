package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.seedhouse.publisher.mail.SmtpServer.Encryption;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTest {
    private static final String ANN = "ann@audience.example";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final GreenMail green =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        clock.shutdownNow();
        green.stop();
    }

    @Test
    void arrivesWithTheHeadersOfMailThatAMachineWrites() throws Exception {
        green.start();
        Letter letter = TestMail.letter(ANN, "Été – your receipt");
        assertEquals(new Posted.Taken(), green(letter));
        MimeMessage mail = green.getReceivedMessages()[0];
        assertEquals("Été – your receipt", mail.getSubject());
        assertTrue(mail.getHeader("Subject")[0].startsWith("=?UTF-8?"));
        assertEquals("Seedhouse <films@seedhouse.example>", mail.getHeader("From")[0]);
        assertEquals(ANN, mail.getHeader("To")[0]);
        assertEquals("<" + letter.id() + "@films.example>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        assertNotNull(mail.getSentDate());
        assertNull(mail.getHeader("List-Unsubscribe"));
    }

    @Test
    void saysItInPlainTextFirstAndThenInHtml() throws Exception {
        green.start();
        green(TestMail.letter(ANN, "Hello"));
        MimeMessage mail = green.getReceivedMessages()[0];
        assertTrue(mail.isMimeType("multipart/alternative"), mail.getContentType());
        var parts = (MimeMultipart) mail.getContent();
        assertEquals(2, parts.getCount());
        assertTrue(parts.getBodyPart(0).isMimeType("text/plain"));
        assertTrue(parts.getBodyPart(0).getContentType().contains("UTF-8"));
        assertEquals("Hello.", parts.getBodyPart(0).getContent());
        assertEquals("<p>Hello.</p>", parts.getBodyPart(1).getContent());
    }

    @Test
    void givesASecondCopyTheSameMessageId() throws Exception {
        green.start();
        Letter letter = TestMail.letter(ANN, "Hello");
        green(letter);
        green(letter);
        MimeMessage[] mails = green.getReceivedMessages();
        assertEquals(2, mails.length);
        assertEquals(mails[0].getMessageID(), mails[1].getMessageID());
    }

    @Test
    void letsNoTitleAddAHeaderOrARecipient() throws Exception {
        green.start();
        green(
                TestMail.letter(
                        ANN, "Tide\r\nBcc: eve@nowhere.example\nX-Evil: 1\u2028\r\n\r\nBody"));
        assertEquals(1, green.getReceivedMessages().length);
        MimeMessage mail = green.getReceivedMessages()[0];
        assertNull(mail.getHeader("Bcc"));
        assertNull(mail.getHeader("X-Evil"));
        assertEquals("Tide Bcc: eve@nowhere.example X-Evil: 1 Body", mail.getSubject());
    }

    @Test
    void offersToUnsubscribeByOneClick() throws Exception {
        green.start();
        String address = "https://films.example/unsubscribe?token=abc";
        green(new Letter(UUID.randomUUID(), ANN, "Hello", "Hello.", "<p>", address));
        MimeMessage mail = green.getReceivedMessages()[0];
        assertArrayEquals(new String[] {"<" + address + ">"}, mail.getHeader("List-Unsubscribe"));
        assertArrayEquals(
                new String[] {"List-Unsubscribe=One-Click"},
                mail.getHeader("List-Unsubscribe-Post"));
    }

    @Test
    void writesToDomainsBeyondAscii() {
        green.start();
        green(TestMail.letter("ann@kino-münchen.example", "Hello"));
        assertEquals(
                "ann@xn--kino-mnchen-yhb.example", header(green.getReceivedMessages()[0], "To"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<eve@nowhere.example>",
                "a,eve@nowhere.example",
                "a@",
                "@b",
                "a@b\r\nBcc: c@d",
                "a@b..example",
                "eve@x,ann@audience.example"
            })
    void refusesWhatWouldLeadElsewhereThanItSays(String address) {
        green.start();
        assertEquals(
                new Posted.Refused("it is no address that mail can be sent to"),
                green(TestMail.letter(address, "Hello")));
        assertEquals(0, green.getReceivedMessages().length);
    }

    @Test
    void signsInWithUserAndPassword() {
        green.setUser("films", "films", "right");
        green.start();
        var right = new SmtpServer("127.0.0.1", port(), "films", "right", Encryption.NONE);
        var wrong = new SmtpServer("127.0.0.1", port(), "films", "wrong", Encryption.NONE);
        assertEquals(new Posted.Taken(), smtp(right).post(TestMail.letter(ANN, "Hello")));
        assertEquals(
                new Posted.Failed("the mail server refused the user or the password"),
                smtp(wrong).post(TestMail.letter(ANN, "Hello")));
    }

    @Test
    void sendsNoPasswordToAServerThatOffersNoTls() throws Exception {
        try (var server = new SmtpScript().answering("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN")) {
            var smtp =
                    smtp(new SmtpServer("127.0.0.1", server.port(), "u", "p", Encryption.REQUIRED));
            assertInstanceOf(Posted.Failed.class, smtp.post(TestMail.letter(ANN, "Hello")));
            assertEquals(0, server.mails.size());
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() {
        var secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        try {
            secure.start();
            int port = secure.getSmtps().getPort();
            var smtp = smtp(new SmtpServer("127.0.0.1", port, null, null, Encryption.IMPLICIT));
            assertEquals(
                    new Posted.Failed(
                            "the mail server's certificate or encryption is not to be trusted"),
                    smtp.post(TestMail.letter(ANN, "Hello")));
        } finally {
            secure.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ann@audience.example> unknown, 550 5.1.1",
        "550 no such user ann@audience.example here, 550",
        "552 5.2.2 mailbox full, 552 5.2.2",
        "599 whatever, 599"
    })
    void notesABounceAndLeavesTheAddressOut(String answer, String numbers) throws Exception {
        try (var server = new SmtpScript().answering("RCPT", answer)) {
            assertEquals(new Posted.Refused("the mail server answered " + numbers), post(server));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.3.0 later, 451 4.3.0",
        "RCPT, 421 closing, 421",
        "RCPT, 554 5.7.1 relay access denied, 554 5.7.1",
        "RCPT, 530 sign in first, 530",
        "MAIL, 550 5.7.1 not you, 550 5.7.1",
        "DATA, 554 no, 554",
        "END, 552 5.3.4 too big, 552 5.3.4"
    })
    void triesAgainWhatSaysNothingAboutTheAddress(String command, String answer, String numbers)
            throws Exception {
        try (var server = new SmtpScript().answering(command, answer)) {
            assertEquals(new Posted.Failed("the mail server answered " + numbers), post(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END"})
    void cutsAServerOffThatFallsSilent(String command) throws Exception {
        try (var server = new SmtpScript().answering(command, SmtpScript.SILENCE)) {
            assertEquals(new Posted.Failed("the mail server took too long"), post(server));
        }
    }

    @Test
    void countsALetterAsSentWhateverBecomesOfTheGoodbye() throws Exception {
        try (var server = new SmtpScript().answering("QUIT", SmtpScript.SILENCE)) {
            assertEquals(new Posted.Taken(), post(server));
        }
    }

    @Test
    void saysThatTheServerIsAway() throws Exception {
        int port;
        try (var server = new SmtpScript()) {
            port = server.port();
        }
        var away = smtp(new SmtpServer("127.0.0.1", port, null, null, Encryption.NONE));
        assertEquals(
                new Posted.Failed("the mail server cannot be reached: ConnectException"),
                away.post(TestMail.letter(ANN, "Hello")));
        var unknown = smtp(new SmtpServer("mail.invalid", port, null, null, Encryption.NONE));
        assertEquals(
                new Posted.Failed("the mail server's name is unknown"),
                unknown.post(TestMail.letter(ANN, "Hello")));
    }

    @Test
    void encryptsAsFitsTheServer() {
        assertEquals(Encryption.IMPLICIT, encryption("mail.example", 465, "u"));
        assertEquals(Encryption.REQUIRED, encryption("mail.example", 587, "u"));
        assertEquals(Encryption.OFFERED, encryption("mail.example", 25, null));
        assertEquals(Encryption.NONE, encryption("localhost", 25, "u"));
        assertFalse(SmtpServer.of("h", 25, "u", "secret").toString().contains("secret"));
    }

    private static Encryption encryption(
            String host, int port, @org.jspecify.annotations.Nullable String user) {
        return SmtpServer.of(host, port, user, user).encryption();
    }

    private Posted green(Letter letter) {
        return smtp(new SmtpServer("127.0.0.1", port(), null, null, Encryption.NONE)).post(letter);
    }

    private Posted post(SmtpScript server) {
        return new Smtp(
                        new SmtpServer("127.0.0.1", server.port(), null, null, Encryption.NONE),
                        TestMail.envelope(),
                        clock,
                        Duration.ofSeconds(2))
                .post(TestMail.letter(ANN, "Hello"));
    }

    private Smtp smtp(SmtpServer server) {
        return new Smtp(server, TestMail.envelope(), clock, Dispatch.LONGEST_SENDING);
    }

    private int port() {
        return green.getSmtp().getPort();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
