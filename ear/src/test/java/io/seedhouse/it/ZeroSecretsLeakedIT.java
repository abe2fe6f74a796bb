package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Comes last (classes run by name): no identity, order token, session or link of all the tests
 * before stands in a log, a page, an answer or a mail other than its own, or anywhere in the
 * database, batch tables included.
 */
@ExtendWith(ArquillianExtension.class)
class ZeroSecretsLeakedIT {

    @Test
    void nothingThatWasHandedOutStandsAnywhereElse() throws Exception {
        buyOnceMore();
        var mails = Secrets.ofMails(PlatformUnderTest.home().resolve("mail"));
        assertTrue(mails.size() > 0, "links in mails");
        var secrets = new ArrayList<>(Secrets.issued());
        assertTrue(secrets.size() > 3, "secrets of this run: " + secrets.size());
        secrets.addAll(mails);
        Leaks.assertNone(secrets);
        for (String page : Secrets.pages()) {
            for (String secret : secrets) {
                assertFalse(
                        page.contains(secret),
                        () -> "a secret stands on " + page.substring(0, page.indexOf(' ')));
            }
        }
    }

    /** So that there is something to look for though this class may run alone. */
    private static void buyOnceMore() throws Exception {
        PublishedFilm film = PublishedFilm.of("The last one", 200_000);
        Person person = new Person();
        String pay =
                person.follow(
                        "/b/" + film.facts().get("slug").getAsString() + "/buy",
                        "offer",
                        film.offer(),
                        "email",
                        "last@audience.example");
        new Buyer("", "", pay).pay("4242424242424242");
        Buyer other = Buyer.checkout(film.offer());
        other.pay("4242424242424242");
        other.awaitPaid();
        assertTrue(List.of(200, 425).contains(other.keyring().status()));
        Await.until(
                "the receipts",
                java.time.Duration.ofSeconds(30),
                () ->
                        java.util.Optional.of(new Person().page("/mail"))
                                .filter(page -> page.contains("The last one")));
    }
}
