package io.seedhouse.publisher.session;

import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.door.TestClients;
import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestSessions {
    public static final Client FIREFOX = new Client("Firefox", "Linux", "192.0.2.0/24");

    private TestSessions() {}

    public static Sessions over(EntityManager em) {
        Sessions sessions = new Sessions();
        sessions.em = em;
        return sessions;
    }

    public static SignedInBrowser browser(EntityManager em) {
        SignedInBrowser browser = new SignedInBrowser();
        browser.sessions = over(em);
        browser.clients = TestClients.direct();
        browser.site = TestHome.site();
        return browser;
    }
}
