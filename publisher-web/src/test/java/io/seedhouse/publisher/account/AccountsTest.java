package io.seedhouse.publisher.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestDatabase;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    private static final String RIGHT = "correct horse";

    private final TestDatabase database = TestDatabase.h2();
    private final Accounts accounts = new Accounts();

    AccountsTest() {
        accounts.passwords = new Passwords();
        accounts.passwords.pbkdf2 = new Reversed();
        accounts.passwords.configure();
    }

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
    @CsvSource({"none,12345678,Ann,email", "a@b,1234567,Ann,password", "a@b,12345678,' ',name"})
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
    void knowsItsTokensAndKeepsThemOnlyAsHashes() {
        UUID ann = ((SignUp.SignedUp) signUp("ann@example.org")).publisher().id();
        String token = database.inTransaction(em -> tokens(em).issue(ann));
        assertEquals(43, token.length());
        assertEquals(Optional.of(ann), database.inTransaction(em -> tokens(em).publisherOf(token)));
        assertEquals(
                Optional.empty(),
                database.inTransaction(em -> tokens(em).publisherOf(token + "x")));
        String stored =
                database.inTransaction(em ->
                        (String)
                                em.createNativeQuery("select hash from publisher_token")
                                        .getSingleResult());
        assertFalse(stored.contains(token));
    }

    private static Tokens tokens(jakarta.persistence.EntityManager em) {
        Tokens tokens = new Tokens();
        tokens.em = em;
        return tokens;
    }

    private SignUp signUp(String email) {
        return ask(a -> a.signUp(email, RIGHT, "Ann", "127.0.0.1"));
    }

    private SignIn signIn(String email, String password) {
        return ask(a -> a.signIn(email, password, "127.0.0.1"));
    }

    private <T> T ask(Function<Accounts, T> question) {
        return database.inTransaction(em -> {
            accounts.em = em;
            return question.apply(accounts);
        });
    }

    /** Stands in for the container's hash, which takes 210 000 rounds a password. */
    private static final class Reversed implements Pbkdf2PasswordHash {
        @Override
        public void initialize(Map<String, String> parameters) {}

        @Override
        public String generate(char[] password) {
            return new StringBuilder(new String(password)).reverse().toString();
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return generate(password).equals(hash);
        }
    }
}
