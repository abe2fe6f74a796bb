package io.seedhouse.publisher.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.notice.Purpose;
import io.seedhouse.publisher.notice.TestNotices;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.Issue;
import io.seedhouse.publisher.token.TestTokens;
import io.seedhouse.publisher.token.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What links in mails and changes of an account do, on every database. */
abstract class RecoveryContract {
    private static final String ANN = "ann@studio.example";
    private static final String OLD = "correct horse";
    private static final String NEW = "battery staple";

    private final TestDatabase database = database();
    private final TestAccounts beans = new TestAccounts();
    private final Instant now = Instant.now();
    private final UUID ann = signUp(ANN);

    abstract TestDatabase database();

    @Test
    void setsANewPasswordOnceAndEndsEverySession() {
        String session = openSession();
        String link = link(Purpose.RESET, ANN);
        assertEquals(new Redeem.Done(ann), reset(link, NEW, List.of()));
        assertEquals(new SignIn.WrongPassword(), signIn(ANN, OLD));
        assertInstanceOf(SignIn.SignedIn.class, signIn(ANN, NEW));
        assertFalse(isOpen(session));
        assertEquals(
                new Redeem.Dead(new Proof.Used()), reset(link, "one more password", List.of()));
        assertInstanceOf(SignIn.SignedIn.class, signIn(ANN, NEW));
        assertTrue(waiting().contains("PASSWORD_CHANGED " + ANN), waiting().toString());
    }

    @Test
    void provesTheAddressByTheWay() {
        reset(link(Purpose.RESET, ANN), NEW, List.of());
        assertTrue(ask(b -> b.accounts.find(ann)).orElseThrow().isConfirmed());
        assertFalse(waiting().contains("CONFIRM " + ANN), waiting().toString());
    }

    @Test
    void endsTheTokensThatWereTickedAndNobodyElses() {
        String kept = token(ann);
        String ended = token(ann);
        UUID bob = signUp("bob@studio.example");
        String bobs = token(bob);
        reset(link(Purpose.RESET, ANN), NEW, List.of(idOf(ended), idOf(bobs)));
        assertTrue(works(kept));
        assertFalse(works(ended));
        assertTrue(works(bobs));
    }

    @Test
    void isNotUsedUpByAPasswordThatBreaksTheRule() {
        String link = link(Purpose.RESET, ANN);
        assertThrows(Invalid.class, () -> reset(link, "short", List.of()));
        assertThrows(Invalid.class, () -> reset(link, "password123", List.of()));
        assertInstanceOf(Redeem.Done.class, reset(link, NEW, List.of()));
    }

    @Test
    void endsOlderLinksOnceOneWasUsed() {
        String first = link(Purpose.RESET, ANN);
        String second = link(Purpose.RESET, ANN);
        reset(second, NEW, List.of());
        assertEquals(new Redeem.Dead(new Proof.Expired()), reset(first, OLD + " 2", List.of()));
    }

    @Test
    void setsNoPasswordByALinkThatProvesAnAddress() {
        assertEquals(
                new Redeem.Dead(new Proof.Unknown()),
                reset(link(Purpose.CONFIRM, ANN), NEW, List.of()));
    }

    @Test
    void mailsALinkToAnAccountAndNothingToOthers() {
        askForReset(ANN);
        askForReset("nobody@studio.example");
        assertEquals(List.of("CONFIRM " + ANN, "RESET " + ANN), waiting());
    }

    @Test
    void mailsOneAddressFiveLinksAnHourAndSaysNothingOfTheRest() {
        for (int i = 0; i < 8; i++) {
            assertEquals(Optional.empty(), askForReset(ANN));
        }
        assertEquals(5, waiting().stream().filter(w -> w.startsWith("RESET")).count());
    }

    @Test
    void letsAClientAskTwentyTimesInTenMinutes() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), askForReset("a" + i + "@studio.example"));
        }
        assertTrue(askForReset(ANN).isPresent());
    }

    @Test
    void provesTheAddressOfTheAccount() {
        assertEquals(new Redeem.Done(ann), confirm(link(Purpose.CONFIRM, ANN)));
        assertTrue(ask(b -> b.accounts.find(ann)).orElseThrow().isConfirmed());
    }

    @Test
    void movesToAnAddressOnceItIsProvenAndTellsTheOldOne() {
        ask(b -> {
            b.changes.askForAddress(ann, "New@Studio.example", now);
            return b;
        });
        assertTrue(waiting().contains("ADDRESS new@studio.example"), waiting().toString());
        assertTrue(waiting().contains("ADDRESS_ASKED " + ANN), waiting().toString());
        assertEquals(ANN, ask(b -> b.accounts.find(ann)).orElseThrow().email());
        confirm(link(Purpose.ADDRESS, "new@studio.example"));
        assertInstanceOf(SignIn.SignedIn.class, signIn("new@studio.example", OLD));
        assertEquals(new SignIn.WrongPassword(), signIn(ANN, OLD));
        assertTrue(waiting().contains("ADDRESS_CHANGED " + ANN), waiting().toString());
    }

    @Test
    void takesNobodysAddress() {
        ask(b -> {
            b.changes.askForAddress(ann, "bob@studio.example", now);
            return b;
        });
        signUp("bob@studio.example");
        assertEquals(new Redeem.Taken(), confirm(link(Purpose.ADDRESS, "bob@studio.example")));
        ask(b -> {
            b.changes.askForAddress(ann, "bob@studio.example", now);
            return b;
        });
        assertFalse(waiting().contains("ADDRESS bob@studio.example"), waiting().toString());
        assertEquals(ANN, ask(b -> b.accounts.find(ann)).orElseThrow().email());
    }

    @Test
    void stopsAMoveByANewPassword() {
        String link = link(Purpose.ADDRESS, "new@studio.example");
        ask(b -> {
            b.changes.password(ann, NEW, UUID.randomUUID(), now);
            return b;
        });
        assertEquals(new Redeem.Dead(new Proof.Expired()), confirm(link));
    }

    @Test
    void keepsTheSessionThatChangedThePasswordAndEndsTheOthers() {
        String here = openSession();
        String there = openSession();
        UUID session =
                database.inTransaction(em -> TestSessions.over(em).use(here, now))
                        .orElseThrow()
                        .id();
        ask(b -> {
            b.changes.password(ann, NEW, session, now);
            return b;
        });
        assertTrue(isOpen(here));
        assertFalse(isOpen(there));
    }

    @Test
    void opensNothingOnceTheAccountIsClosed() {
        String reset = link(Purpose.RESET, ANN);
        ask(b -> {
            b.accounts.close(ann, now);
            return b;
        });
        assertEquals(new Redeem.Dead(new Proof.Unknown()), reset(reset, NEW, List.of()));
        assertEquals(new SignIn.WrongPassword(), signIn(ANN, OLD));
        assertEquals(new SignIn.WrongPassword(), signIn("", OLD));
        assertEquals(List.of("CLOSED " + ANN), waiting());
        signUp(ANN);
    }

    private UUID signUp(String email) {
        SignUp answer = ask(b -> b.accounts.signUp(email, OLD, "Ann", "192.0.2.1"));
        return assertInstanceOf(SignUp.SignedUp.class, answer).publisher().id();
    }

    private SignIn signIn(String email, String password) {
        return ask(b -> b.accounts.signIn(email, password, "192.0.2.1"));
    }

    private Optional<java.time.Duration> askForReset(String email) {
        return ask(b -> b.recovery.askForReset(email, "192.0.2.1", now));
    }

    private String link(Purpose purpose, String email) {
        return database.inTransaction(em -> TestNotices.links(em).issue(ann, purpose, email, now));
    }

    private Redeem reset(String token, String password, List<UUID> revoked) {
        return ask(b -> b.recovery.reset(token, password, revoked, now));
    }

    private Redeem confirm(String token) {
        return ask(b -> b.recovery.confirm(token, now));
    }

    private String openSession() {
        return database.inTransaction(
                em -> TestSessions.over(em).open(ann, TestSessions.FIREFOX, null, now));
    }

    private boolean isOpen(String session) {
        return database.inTransaction(em -> TestSessions.over(em).use(session, now).isPresent());
    }

    private String token(UUID publisher) {
        Issue issue =
                database.inTransaction(
                        em -> TestTokens.over(em).issue(publisher, Wish.everything(), now));
        return assertInstanceOf(Issue.Issued.class, issue).text();
    }

    private UUID idOf(String token) {
        return database.inTransaction(em -> TestTokens.over(em).use(token, now))
                .orElseThrow()
                .tokenId();
    }

    private boolean works(String token) {
        return database.inTransaction(em -> TestTokens.over(em).use(token, now).isPresent());
    }

    private List<String> waiting() {
        return database.inTransaction(TestNotices::waiting);
    }

    private <T> T ask(Function<TestAccounts, T> question) {
        return database.inTransaction(em -> question.apply(beans.use(em)));
    }
}
