package io.seedhouse.publisher.profile;

import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.TestAccounts;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.OffersInMemory;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.bundle.TorrentsInMemory;
import io.seedhouse.publisher.closing.TestClosings;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.door.TestRequests;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.TestTokens;
import io.seedhouse.publisher.webhook.TestWebhooks;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The account's pages for one publisher, put together by hand. */
final class AccountBench {
    private final UUID publisher;
    private final UUID session;
    private final Path folder;

    /**
     * @param session in which the publisher is signed in
     */
    AccountBench(UUID publisher, UUID session, Path folder) {
        this.publisher = publisher;
        this.session = session;
        this.folder = folder;
    }

    List<Object> pages(EntityManager em) {
        TestAccounts accounts = new TestAccounts(em);
        PasswordCheck check = check(accounts);
        return List.of(
                profile(accounts, check),
                sessions(em),
                access(em, check),
                closing(em, accounts, check),
                confirm(accounts),
                forgot(accounts),
                reset(em, accounts));
    }

    private CurrentPublisher current() {
        return TestPublisher.signedIn(publisher, session);
    }

    private PasswordCheck check(TestAccounts accounts) {
        PasswordCheck check = new PasswordCheck();
        check.accounts = accounts.accounts;
        check.current = current();
        check.clients = TestClients.direct();
        check.request = TestRequests.direct();
        return check;
    }

    private ProfilePage profile(TestAccounts accounts, PasswordCheck check) {
        ProfilePage page = new ProfilePage();
        page.current = current();
        page.accounts = accounts.accounts;
        page.changes = accounts.changes;
        page.recovery = accounts.recovery;
        page.check = check;
        return page;
    }

    private SessionsPage sessions(EntityManager em) {
        SessionsPage page = new SessionsPage();
        page.current = current();
        page.sessions = TestSessions.over(em);
        return page;
    }

    private AccessPage access(EntityManager em, PasswordCheck check) {
        AccessPage page = new AccessPage();
        page.current = current();
        page.tokens = TestTokens.over(em);
        page.check = check;
        return page;
    }

    private ClosingPage closing(EntityManager em, TestAccounts accounts, PasswordCheck check) {
        Bundles bundles =
                TestBundles.over(em, new OffersInMemory(), new TorrentsInMemory(), gone -> {});
        var closing =
                new TestClosings(
                        em, accounts.accounts, bundles, TestWebhooks.secrets(folder), folder);
        ClosingPage page = new ClosingPage();
        page.current = current();
        page.accounts = accounts.accounts;
        page.reckoner = closing.reckoner();
        page.closings = closing.closings();
        page.leftovers = closing.leftovers();
        page.export = closing.export();
        page.check = check;
        page.browser = TestSessions.browser(em);
        return page;
    }

    private static ConfirmPage confirm(TestAccounts accounts) {
        ConfirmPage page = new ConfirmPage();
        page.recovery = accounts.recovery;
        return page;
    }

    private static ForgotPage forgot(TestAccounts accounts) {
        ForgotPage page = new ForgotPage();
        page.recovery = accounts.recovery;
        page.clients = TestClients.direct();
        return page;
    }

    private static ResetPage reset(EntityManager em, TestAccounts accounts) {
        ResetPage page = new ResetPage();
        page.recovery = accounts.recovery;
        page.tokens = TestTokens.over(em);
        return page;
    }
}
