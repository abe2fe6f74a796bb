package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.gift.GiftsInMemory;
import io.seedhouse.publisher.mail.SmtpServer.Encryption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final String ANN = "ann@audience.example";
    private static final String BOB = "bob@audience.example";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final TestDatabase database = TestDatabase.h2();
    private final NoticesInMemory notices = new NoticesInMemory();
    private final GiftsInMemory gifts = new GiftsInMemory();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void leavesALeaseEnoughTime() {
        long longest = Dispatch.LONGEST_WRITING.plus(Dispatch.LONGEST_SENDING).toSeconds();
        assertTrue(longest < Notices.LEASE_SECONDS);
    }

    @Test
    void sendsEveryNoticeThatIsDueOnce() throws Exception {
        var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            green.start();
            Notice first = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
            Notice second = notices.add(NoticesInMemory.notice(Kind.LIBRARY, BOB));
            round(smtp(green.getSmtp().getPort()));
            round(smtp(green.getSmtp().getPort()));
            assertEquals(List.of(first.id(), second.id()), notices.sent);
            assertEquals(2, green.getReceivedMessages().length);
        } finally {
            green.stop();
        }
    }

    @Test
    void sendsASecondCopyWithTheSameMessageIdWhenItDiesBeforeNotingTheFirst() throws Exception {
        try (var server = new SmtpScript()) {
            Notice notice = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
            notices.dying = true;
            assertThrows(IllegalStateException.class, () -> round(smtp(server.port())));
            notices.dying = false;
            notices.later();
            round(smtp(server.port()));
            assertEquals(2, server.mails.size());
            String id = "Message-ID: <" + notice.id() + "@films.example>\n";
            assertTrue(server.mails.stream().allMatch(mail -> mail.contains(id)));
        }
    }

    @Test
    void triesAgainAfterARefusalThatIsNotForGood() throws Exception {
        try (var server = new SmtpScript().answering("RCPT", "451 4.7.1 greylisted")) {
            Notice notice = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
            round(smtp(server.port()));
            assertEquals("the mail server answered 451 4.7.1", notices.failed.get(notice.id()));
            server.answering("RCPT", "250 fine");
            notices.later();
            round(smtp(server.port()));
            assertEquals(List.of(notice.id()), notices.sent);
        }
    }

    @Test
    void notesABounce() throws Exception {
        try (var server = new SmtpScript().answering("RCPT", "550 5.1.1 <" + ANN + ">: unknown")) {
            Notice notice = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
            round(smtp(server.port()));
            assertEquals("the mail server answered 550 5.1.1", notices.bounced.get(notice.id()));
        }
    }

    @Test
    void losesNothingWhileTheMailServerIsAway() throws Exception {
        int away;
        try (var server = new SmtpScript()) {
            away = server.port();
        }
        Notice first = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
        Notice second = notices.add(NoticesInMemory.notice(Kind.RECEIPT, BOB));
        round(smtp(away));
        assertEquals(Set.of(first.id(), second.id()), notices.failed.keySet());
        assertEquals(List.of(first, second), notices.waiting);
    }

    @Test
    void isNotHeldUpByALetterThatBreaks() {
        Notice broken = notices.add(NoticesInMemory.notice(Kind.RECEIPT, ANN));
        Notice sound = notices.add(NoticesInMemory.notice(Kind.RECEIPT, BOB));
        round(letter -> {
            if (letter.recipient().equals(ANN)) {
                throw new IllegalStateException("a fault of ours about " + ANN);
            }
            return new Posted.Taken();
        });
        assertEquals(
                "it could not be sent: IllegalStateException", notices.failed.get(broken.id()));
        assertEquals(List.of(sound.id()), notices.sent);
    }

    @Test
    void keepsAGiftsLetterBackUntilItIsPaid() {
        gifts.paid = false;
        Notice gift = notices.add(NoticesInMemory.notice(Kind.GIFT, ANN));
        round(letter -> new Posted.Taken());
        assertEquals(List.of(gift), notices.waiting);
        gifts.paid = true;
        notices.later();
        round(letter -> new Posted.Taken());
        assertEquals(List.of(gift.id()), notices.sent);
    }

    @Test
    void endsARoundAfterAHundredLetters() {
        for (int i = 0; i < 101; i++) {
            notices.add(NoticesInMemory.notice(Kind.LIBRARY, ANN));
        }
        round(letter -> new Posted.Taken());
        assertEquals(100, notices.sent.size());
    }

    private Smtp smtp(int port) {
        return new Smtp(
                new SmtpServer("127.0.0.1", port, null, null, Encryption.NONE),
                TestMail.envelope(),
                clock,
                Dispatch.LONGEST_SENDING);
    }

    private void round(Post post) {
        database.inTransaction(em -> {
            Letters letters = TestMail.letters(em, gifts, new ContactsInMemory());
            new Dispatch(List.of(new BuyersOutbox(notices, letters)), post).round();
            return em;
        });
    }
}
