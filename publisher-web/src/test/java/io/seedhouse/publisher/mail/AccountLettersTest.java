package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.mail.SmtpServer.Encryption;
import io.seedhouse.publisher.notice.AccountNotice;
import io.seedhouse.publisher.notice.Kind;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.notice.Purpose;
import io.seedhouse.publisher.notice.Telling;
import io.seedhouse.publisher.notice.TestNotices;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountLettersTest {
    private static final String ANN = "ann@studio.example";
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/[\\w/?=-]*");

    private final TestDatabase database = TestDatabase.h2();
    private final UUID publisher = database.publisher();

    static Stream<Arguments> letters() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of("en", "es").map(tag -> Arguments.of(kind, tag)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void hasWordsAndOneLinkTheSameInTextAndHtml(Kind kind, String language) {
        Letter letter = write(kind, "Ann's films", language);
        List<String> inText = links(letter.text());
        assertEquals(1, inText.size(), letter.text());
        assertEquals(inText, links(letter.html()));
        assertEquals(kind.purpose() != null, inText.getFirst().contains("?token="));
        assertFalse(letter.subject().contains("token"), letter.subject());
        String all = letter.subject() + letter.text();
        assertFalse(all.contains("account.mail") || all.contains("null"), all);
        assertFalse(all.contains("{"), all);
        assertTrue(letter.html().contains("lang=\"" + language + "\""), letter.html());
    }

    @Test
    void speaksTheLanguageOfWhoAsked() {
        assertEquals("Set a new password", write(Kind.RESET, "Ann", "en").subject());
        assertEquals("Pon una contraseña nueva", write(Kind.RESET, "Ann", "es").subject());
        assertEquals("Set a new password", write(Kind.RESET, "Ann", "xx").subject());
    }

    @Test
    void leadsToALinkThatProvesItsRecipient() {
        String link = links(write(Kind.RESET, "Ann", "en").text()).getFirst();
        assertTrue(link.startsWith("http://localhost:8080/reset?token="), link);
        Proof proof =
                database.inTransaction(em ->
                        TestNotices.links(em)
                                .look(
                                        link.replaceFirst(".*=", ""),
                                        EnumSet.of(Purpose.RESET),
                                        Instant.now()));
        assertEquals(ANN, assertInstanceOf(Proof.Proven.class, proof).email());
    }

    @Test
    void keepsAHostileNameOnItsLine() {
        Letter letter = write(Kind.CONFIRM, "Ann\r\nBcc: eve@x <b>", "en");
        assertTrue(letter.text().contains("Ann Bcc: eve@x <b>"), letter.text());
        assertFalse(letter.html().contains("<b>"), letter.html());
    }

    @Test
    void isSentAgainWithTheSameMessageIdAndAnotherLink() {
        AccountNotice notice = notice(Kind.CONFIRM, "Ann", "en");
        Letter first = database.inTransaction(em -> letters(em).write(notice));
        Letter second = database.inTransaction(em -> letters(em).write(notice));
        assertEquals(first.id(), second.id());
        assertNotEquals(links(first.text()), links(second.text()));
    }

    @Test
    void isSentByTheSameRoundsAsBuyersLetters() throws Exception {
        var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            green.start();
            var server =
                    new SmtpServer(
                            "127.0.0.1", green.getSmtp().getPort(), null, null, Encryption.NONE);
            var post = new Smtp(server, TestMail.envelope(), clock, Dispatch.LONGEST_SENDING);
            database.inTransaction(em -> {
                TestNotices.over(em)
                        .record(
                                Kind.CONFIRM,
                                publisher,
                                new Telling(ANN, "Ann", "en"),
                                Instant.now().minusSeconds(1));
                return em;
            });
            for (int i = 0; i < 2; i++) {
                database.inTransaction(em -> {
                    var outbox = new AccountsOutbox(TestNotices.over(em), letters(em));
                    new Dispatch(List.of(outbox), post).round();
                    return em;
                });
            }
            assertEquals(1, green.getReceivedMessages().length);
            assertEquals("Confirm your address", green.getReceivedMessages()[0].getSubject());
        } finally {
            green.stop();
        }
    }

    private Letter write(Kind kind, String detail, String language) {
        return database.inTransaction(em -> letters(em).write(notice(kind, detail, language)));
    }

    private AccountNotice notice(Kind kind, String detail, String language) {
        return TestNotices.of(kind, publisher, new Telling(ANN, detail, language));
    }

    private static AccountLetters letters(EntityManager em) {
        AccountLetters letters = new AccountLetters();
        letters.site = TestHome.site();
        letters.links = TestNotices.links(em);
        return letters;
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }
}
