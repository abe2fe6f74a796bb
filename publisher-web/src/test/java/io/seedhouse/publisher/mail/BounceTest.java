package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {
    static final UUID NOTICE = UUID.fromString("5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10");
    private static final String HOST = "films.example";

    /** As Postfix writes it, with the whole letter returned. */
    static String report(String action, String returnedType, String messageId) {
        return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example (Mail Delivery System)
        To: films@seedhouse.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        I'm sorry to have to inform you that ann@audience.example is unknown.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        X-Postfix-Sender: rfc822; films@seedhouse.example

        Final-Recipient: rfc822; ann@audience.example
        Action: %s
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ann@audience.example>: unknown

        --b1
        Content-Type: %s

        From: Seedhouse <films@seedhouse.example>
        To: ann@audience.example
        Message-ID: %s
        Subject: Your receipt

        Thank you.

        --b1--
        """
                .formatted(action, returnedType, messageId)
                .replace("\n", "\r\n");
    }

    static String ofLetter() {
        return report("failed", "message/rfc822", "<" + NOTICE + "@films.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/rfc822-headers", "message/global"})
    void findsTheLetterThatCameBackAndKeepsNumbersOnly(String returned) {
        assertEquals(
                Optional.of(new Bounce(NOTICE, "it came back later with status 5.1.1")),
                read(report("failed", returned, "<" + NOTICE + "@films.example>")));
    }

    @ParameterizedTest
    @CsvSource({
        "In-Reply-To, <5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10@films.example>",
        "References, <a@b> <5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10@films.example>",
        "Original-Message-ID, <5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10@FILMS.example>"
    })
    void findsItByOtherHeadersWhereItIsNotReturned(String header, String value) {
        String without =
                report("failed", "text/plain", "<x@y>")
                        .replaceFirst(
                                "\r\nSubject", "\r\n" + header + ": " + value + "\r\nSubject");
        assertEquals(Optional.of(NOTICE), read(without).map(Bounce::notice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
    void takesNothingElseForAFailure(String action) {
        assertEquals(
                Optional.empty(),
                read(report(action, "message/rfc822", "<" + NOTICE + "@films.example>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10@other.example>",
                "<not-ours@films.example>",
                "",
                "5d0a9e6f-7f6c-4a51-9c5f-0d6e1c3f2b10"
            })
    void knowsOnlyItsOwnLetters(String messageId) {
        assertEquals(Optional.empty(), read(report("failed", "message/rfc822", messageId)));
    }

    @Test
    void takesAHolidayGreetingForWhatItIs() {
        assertEquals(
                Optional.empty(),
                read(
                        "From: ann@audience.example\r\nIn-Reply-To: <"
                                + NOTICE
                                + "@films.example>\r\nAuto-Submitted: auto-replied\r\n\r\n"
                                + "Action: failed\r\nI am away.\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "Content-Type: multipart/report\r\n\r\nx",
                "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n--b\r\n--b--",
                "Content-Type: ;;;\r\n\r\n"
            })
    void outlivesWhatIsNoMail(String mail) {
        assertEquals(Optional.empty(), read(mail));
    }

    private static Optional<Bounce> read(String mail) {
        return DeliveryReport.read(mail.getBytes(UTF_8)).flatMap(report -> Bounce.of(report, HOST));
    }
}
