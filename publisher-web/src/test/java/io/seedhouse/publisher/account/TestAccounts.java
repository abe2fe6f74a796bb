package io.seedhouse.publisher.account;

import io.seedhouse.publisher.notice.TestNotices;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.TestTokens;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** The beans of this package, put together by hand; one for each test, for they count attempts. */
public final class TestAccounts {
    public final Accounts accounts = new Accounts();
    public final Changes changes = new Changes();
    public final Recovery recovery = new Recovery();

    /** Over an entity manager that stands for each request's own. */
    public TestAccounts(EntityManager em) {
        this();
        use(em);
    }

    /** Call {@link #use} first. */
    public TestAccounts() {
        accounts.passwords = new Passwords();
        accounts.passwords.pbkdf2 = new Reversed();
        accounts.passwords.configure();
        changes.accounts = accounts;
        recovery.accounts = accounts;
        recovery.changes = changes;
    }

    public TestAccounts use(EntityManager em) {
        accounts.em = em;
        accounts.notices = TestNotices.over(em);
        accounts.links = TestNotices.links(em);
        changes.sessions = TestSessions.over(em);
        changes.tokens = TestTokens.over(em);
        changes.links = accounts.links;
        changes.notices = accounts.notices;
        recovery.links = accounts.links;
        recovery.notices = accounts.notices;
        return this;
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
