package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.gift.GiftsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {
    private static final String ANN = "ann@audience.example";
    private static final Pattern LINK =
            Pattern.compile(
                    "http://localhost:8080/(library/open|gift)\\?token=[\\w-]{43}(?![\\w-])");

    private final TestDatabase database = TestDatabase.h2();
    private final GiftsInMemory gifts = new GiftsInMemory();
    private final ContactsInMemory contacts = new ContactsInMemory();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasOneLinkTheSameInTextAndHtml(Kind kind) {
        Letter letter = write(NoticesInMemory.notice(kind, ANN));
        List<String> inText = links(letter.text());
        assertEquals(1, inText.size(), letter.text());
        assertEquals(inText, links(letter.html()));
        assertEquals(kind == Kind.GIFT, inText.getFirst().contains("/gift?"));
        assertTrue(letter.text().contains("\n" + inText.getFirst() + "\n"), letter.text());
        assertFalse(letter.subject().contains("token"), letter.subject());
        assertFalse(letter.text().contains("null"), letter.text());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void loadsNothingFromElsewhere(Kind kind) {
        String html = write(NoticesInMemory.notice(kind, ANN)).html();
        assertFalse(html.contains("src="), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<link"), html);
    }

    @Test
    void makesANewLinkAtEverySending() {
        Notice notice = NoticesInMemory.notice(Kind.RECEIPT, ANN);
        Letter first = write(notice);
        Letter second = write(notice);
        assertEquals(first.id(), second.id());
        assertFalse(links(first.text()).equals(links(second.text())));
    }

    @Test
    void writesAReceiptWithWhatAmountAndOrder() {
        Notice notice = NoticesInMemory.notice(Kind.RECEIPT, ANN);
        Letter letter = write(notice);
        assertEquals("Your receipt for First light", letter.subject());
        for (String part :
                List.of(
                        "First light (The film) is yours",
                        "Paid: $3.00 USD",
                        "Order: " + notice.orderId(),
                        "stays yours")) {
            assertTrue(letter.text().contains(part), letter.text());
            assertTrue(letter.html().contains(part), letter.html());
        }
    }

    @Test
    void saysWhenAPremiereIsUntilItHasBegun() {
        Instant soon = Instant.now().plus(Duration.ofDays(2));
        String before = write(receipt(soon)).text();
        assertTrue(before.contains("Your key opens it at the premiere, "), before);
        String after = write(receipt(Instant.now().minusSeconds(60))).text();
        assertFalse(after.contains("premiere"), after);
    }

    private static Notice receipt(Instant premiere) {
        return NoticesInMemory.notice(Kind.RECEIPT, ANN, "First light", premiere, null);
    }

    @Test
    void quotesTheGiversWordsAsText() {
        String words = "Enjoy it!\n\n-- \nhttp://evil.example\r\n<img src=x>\u202Ekcab";
        Letter letter = write(NoticesInMemory.notice(Kind.GIFT, ANN, "First light", null, words));
        assertTrue(
                letter.text()
                        .contains(
                                "> Enjoy it!\n>\n> --\n> http://evil.example\n> <img src=x> kcab\n"),
                letter.text());
        assertTrue(letter.html().contains("&lt;img src=x"), letter.html());
        assertFalse(letter.html().contains("\u202E"), letter.html());
        assertFalse(letter.html().contains("<img"), letter.html());
    }

    @Test
    void keepsAHostileTitleOnItsLine() {
        Letter letter =
                write(
                        NoticesInMemory.notice(
                                Kind.RECEIPT, ANN, "Tide\nBcc: eve@x <b>", null, null));
        assertEquals("Your receipt for Tide Bcc: eve@x <b>", letter.subject());
        assertFalse(letter.html().contains("<b>"), letter.html());
    }

    @Test
    void letsThoseUnsubscribeWhoLeftTheirAddressToAPublisher() {
        Notice notice = NoticesInMemory.notice(Kind.RECEIPT, ANN);
        assertNull(write(notice).unsubscribe());
        contacts.consenting.add(Objects.requireNonNull(notice.orderId()));
        Letter letter = write(notice);
        String address = letter.unsubscribe();
        assertNotNull(address);
        assertTrue(
                address.matches("http://localhost:8080/unsubscribe\\?token=[\\w-]{43}"), address);
        assertTrue(letter.text().contains(address), letter.text());
        assertTrue(letter.html().contains("href=\"" + address + "\""), letter.html());
    }

    @Test
    void letsNobodyUnsubscribeTheGiverByTheLetterOfAGift() {
        Notice gift = NoticesInMemory.notice(Kind.GIFT, ANN);
        contacts.consenting.add(Objects.requireNonNull(gift.orderId()));
        assertNull(write(gift).unsubscribe());
    }

    @Test
    void showsNeitherAddressNorLinkWhereItIsLogged() {
        Letter letter = write(NoticesInMemory.notice(Kind.RECEIPT, ANN));
        assertEquals("Letter[id=" + letter.id() + "]", letter.toString());
    }

    private Letter write(Notice notice) {
        return database.inTransaction(
                em -> TestMail.letters(em, gifts, contacts).write(notice).orElseThrow());
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }
}
