package io.seedhouse.publisher.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.notice.TestNotices;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    private static final String RIGHT = "correct horse";

    private final TestDatabase database = TestDatabase.h2();
    private final TestAccounts all = new TestAccounts();

    @Test
    void signsInWithTheRightPasswordInWhateverCaseTheEmailIsWritten() {
        assertInstanceOf(SignUp.SignedUp.class, signUp("Ann@Example.org"));
        assertInstanceOf(SignIn.SignedIn.class, signIn(" ann@example.ORG ", RIGHT));
        assertEquals(new SignIn.WrongPassword(), signIn("ann@example.org", "wrong"));
        assertEquals(new SignIn.WrongPassword(), signIn("nobody@example.org", RIGHT));
        assertEquals(new SignIn.WrongPassword(), signIn("no email\0", RIGHT));
        assertEquals(new SignIn.WrongPassword(), signIn("a".repeat(1 << 20), RIGHT));
        assertEquals(new SignIn.WrongPassword(), signIn("ann@example.org", "p".repeat(1 << 20)));
    }

    @Test
    void opensOneAccountForAnEmail() {
        signUp("ann@example.org");
        assertEquals(new SignUp.EmailTaken("ann@example.org"), signUp("ANN@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "none,correct horse,Ann,email",
        "a@b,1234567,Ann,password",
        "a@b,12345678,Ann,password",
        "a@b,correct horse,' ',name"
    })
    void namesTheFieldThatBreaksItsRule(String email, String password, String name, String field) {
        var refusal =
                assertThrows(
                        Invalid.class, () -> ask(a -> a.signUp(email, password, name, "local")));
        assertEquals(field, refusal.field());
    }

    @Test
    void makesAGuesserWaitAfterTenWrongPasswordsEvenWithTheRightOne() {
        signUp("ann@example.org");
        for (int i = 0; i < 10; i++) {
            assertEquals(new SignIn.WrongPassword(), signIn("ann@example.org", "wrong"));
        }
        assertInstanceOf(SignIn.TooMany.class, signIn("ann@example.org", RIGHT));
    }

    @Test
    void forgetsWrongPasswordsOnceTheRightOneComes() {
        signUp("ann@example.org");
        for (int i = 0; i < 30; i++) {
            String password = i % 9 == 0 ? RIGHT : "wrong";
            assertFalse(signIn("ann@example.org", password) instanceof SignIn.TooMany);
        }
    }

    @Test
    void makesAnAddressWaitThatTriesManyAccounts() {
        for (int i = 0; i < 100; i++) {
            signIn("a" + i + "@example.org", "wrong");
        }
        assertInstanceOf(SignIn.TooMany.class, signIn("other@example.org", "wrong"));
    }

    @Test
    void makesAnAddressWaitAfterSixtySignUps() {
        for (int i = 0; i < 60; i++) {
            signUp("a" + i + "@example.org");
        }
        assertInstanceOf(SignUp.TooMany.class, signUp("other@example.org"));
    }

    @Test
    void mailsALinkThatProvesTheAddress() {
        signUp("ann@example.org");
        assertEquals(
                List.of("CONFIRM ann@example.org"),
                database.inTransaction(em -> TestNotices.waiting(em)));
    }

    @Test
    void tellsNothingMoreOnceTheAddressIsProven() {
        UUID ann = ((SignUp.SignedUp) signUp("ann@example.org")).publisher().id();
        assertFalse(ask(a -> a.find(ann)).orElseThrow().isConfirmed());
        ask(a -> {
            a.confirm(ann);
            a.askToConfirm(ann, Instant.now());
            return a;
        });
        assertTrue(ask(a -> a.find(ann)).orElseThrow().isConfirmed());
        assertEquals(List.of(), database.inTransaction(em -> TestNotices.waiting(em)));
    }

    @Test
    void makesAGuesserWaitWhoIsSignedInJustTheSame() {
        UUID ann = ((SignUp.SignedUp) signUp("ann@example.org")).publisher().id();
        for (int i = 0; i < 10; i++) {
            assertEquals(new SignIn.WrongPassword(), ask(a -> a.signIn(ann, "wrong", "local")));
        }
        assertInstanceOf(SignIn.TooMany.class, ask(a -> a.signIn(ann, RIGHT, "local")));
    }

    private SignUp signUp(String email) {
        return ask(a -> a.signUp(email, RIGHT, "Ann", "127.0.0.1"));
    }

    private SignIn signIn(String email, String password) {
        return ask(a -> a.signIn(email, password, "127.0.0.1"));
    }

    private <T> T ask(Function<Accounts, T> question) {
        return database.inTransaction(em -> question.apply(all.use(em).accounts));
    }
}
