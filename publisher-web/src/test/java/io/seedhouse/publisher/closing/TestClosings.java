package io.seedhouse.publisher.closing;

import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.contact.ContactsInMemory;
import io.seedhouse.publisher.order.OrdersInMemory;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.TestTokens;
import io.seedhouse.publisher.webhook.Secrets;
import io.seedhouse.publisher.webhook.TestWebhooks;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;

/** The beans of this package, put together by hand, over a paygate that knows no order. */
public record TestClosings(
        EntityManager em, Accounts accounts, Bundles bundles, Secrets secrets, Path folder) {

    public Reckoner reckoner() {
        Reckoner reckoner = new Reckoner();
        reckoner.bundles = bundles;
        reckoner.orders = new OrdersInMemory();
        reckoner.contacts = new ContactsInMemory();
        reckoner.webhooks = TestWebhooks.over(em, secrets);
        reckoner.tokens = TestTokens.over(em);
        return reckoner;
    }

    public Closings closings() {
        Closings closings = new Closings();
        closings.accounts = accounts;
        closings.bundles = bundles;
        closings.contacts = new ContactsInMemory();
        closings.webhooks = TestWebhooks.over(em, secrets);
        closings.sessions = TestSessions.over(em);
        closings.tokens = TestTokens.over(em);
        return closings;
    }

    public Leftovers leftovers() {
        Leftovers leftovers = new Leftovers();
        leftovers.home = TestHome.in(folder);
        return leftovers;
    }

    public Export export() {
        Export export = new Export();
        export.bundles = bundles;
        export.orders = new OrdersInMemory();
        export.contacts = new ContactsInMemory();
        return export;
    }
}
