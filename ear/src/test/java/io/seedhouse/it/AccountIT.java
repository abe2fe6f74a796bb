package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account from sign-up to its end, with its mails, browsers and programs. */
@ExtendWith(ArquillianExtension.class)
class AccountIT {
    private static final String ACCOUNT = "/studio/account";

    private final String email = "ann-" + UUID.randomUUID() + "@studio.example";
    private final String password = "Lantern-" + UUID.randomUUID();

    @Test
    void isConfirmedByMailAndSeenAndEndedFromItsOtherBrowser() {
        Person desk = signedUp();
        assertTrue(desk.page("/studio").contains(email), "the unconfirmed address is said");
        String link = mailed("Confirm your address", "confirm");
        Person anywhere = new Person();
        anywhere.page(link);
        assertTrue(desk.page(ACCOUNT).contains("Not confirmed yet"), "a look confirms nothing");
        String token = tokenOf(link);
        assertEquals(200, anywhere.submit("/confirm", "token", token).status());
        assertEquals(410, anywhere.submit("/confirm", "token", token).status());
        assertFalse(desk.page(ACCOUNT).contains("Not confirmed yet"));

        Person phone = new Person();
        assertEquals(
                ACCOUNT + "/sessions",
                phone.follow(
                        "/sign-in",
                        "email",
                        email,
                        "password",
                        password,
                        "next",
                        ACCOUNT + "/sessions"));
        phone.page("/studio");
        String sessions = desk.page(ACCOUNT + "/sessions");
        String end = Person.find(sessions, "action=\"([^\"]*/end)\"");
        assertEquals(ACCOUNT + "/sessions", desk.follow(end));
        assertEquals(303, phone.open("/studio").status());
        assertEquals(200, desk.open("/studio").status());
        assertEquals(404, desk.submit(end).status());
    }

    @Test
    void isRecoveredByALinkThatWorksOnceAndEndsWhatWasOpen() {
        Person desk = signedUp();
        String kept = token("{}");
        String ended = token("{\"name\":\"Backup\",\"scopes\":[\"read\"],\"days\":7}");
        Person elsewhere = new Person();
        assertEquals(200, elsewhere.submit("/forgot", "email", email).status());
        String token = tokenOf(mailed("Set a new password", "reset"));
        String page = elsewhere.page("/reset?token=" + token);
        String backup =
                Person.find(
                        page, "name=\"revoke\" value=\"([0-9a-f-]{36})\" checked><span><b>Backup");
        String fresh = "Lantern-" + UUID.randomUUID();
        Answer set =
                elsewhere.submit("/reset", "token", token, "password", fresh, "revoke", backup);
        assertEquals(200, set.status(), set.text());
        assertEquals(
                410, elsewhere.submit("/reset", "token", token, "password", password).status());
        assertEquals(303, desk.open("/studio").status());
        assertEquals(401, signIn(elsewhere, password).status());
        assertEquals(303, signIn(elsewhere, fresh).status());
        assertEquals(200, Http.bearer(kept).get("/api/v1/tokens").status());
        assertEquals(401, Http.bearer(ended).get("/api/v1/tokens").status());
        mailed("Your password was changed", "forgot");
    }

    @Test
    void givesProgramsNoMoreThanTheirScopes() {
        Studio ann = Studio.open("ann");
        Studio bob = Studio.open("bob");
        String bundle = ann.bundle("Scoped");
        Answer made =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/tokens",
                                "{\"email\":\"%s\",\"password\":\"%s\",\"scopes\":[\"read\"]}"
                                        .formatted(ann.email(), ann.password()));
        assertEquals(201, made.status());
        Http reader = Http.bearer(made.string("token"));
        assertEquals(200, reader.get("/api/v1/bundles/" + bundle).status());
        Answer refused = reader.post("/api/v1/bundles/" + bundle + "/publish", "{}");
        assertEquals(403, refused.status());
        assertTrue(refused.string("detail").contains("publish"), refused.text());
        assertTrue(refused.header("WWW-Authenticate").contains("insufficient_scope"));
        assertEquals(403, reader.get("/api/v1/bundles/" + bundle + "/orders").status());
        assertEquals(403, reader.post("/api/v1/bundles", "{}").status());
        assertEquals(303, reader.get("/studio").status(), "no token opens a page");

        String all = ann.http().get("/api/v1/tokens").text();
        String mighty = Person.find(all, "\"id\":\"([0-9a-f-]{36})\"");
        assertEquals(404, delete(bob.http(), mighty).status());
        assertEquals(404, delete(reader, mighty).status());
        assertEquals(200, ann.http().get("/api/v1/tokens").status());
        assertEquals(204, delete(ann.http(), mighty).status());
        assertEquals(401, ann.http().get("/api/v1/tokens").status());
    }

    @Test
    void showsATokenOnceOnItsPage() {
        Person desk = signedUp();
        Answer made =
                desk.submit(
                        ACCOUNT + "/access",
                        "name",
                        "Backup",
                        "scopes",
                        "read",
                        "days",
                        "30",
                        "current",
                        password);
        assertEquals(200, made.status(), made.text());
        String token = Person.find(made.text(), "<code class=\"type\">([\\w-]{43})</code>");
        assertEquals(200, Http.bearer(token).get("/api/v1/tokens").status());
        assertFalse(desk.page(ACCOUNT + "/access").contains(token));
    }

    @Test
    void isClosedWithItsBuyersKeepingWhatTheyHave() throws Exception {
        PublishedFilm film = PublishedFilm.of("Closing time", 200_000);
        Studio studio = film.studio();
        String draft = studio.bundle("Never finished");
        Buyer buyer = Buyer.checkout(film.offer());
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        String keyring = buyer.keyring().text();

        Person owner = new Person();
        owner.follow("/sign-in", "email", studio.email(), "password", studio.password());
        String page = owner.page(ACCOUNT + "/closing");
        assertTrue(page.contains("1 paid order, of 1 person"), page);
        assertTrue(page.contains("1 draft is deleted"), page);
        assertEquals(200, owner.open(ACCOUNT + "/export").status());
        String form = ACCOUNT + "/closing";
        assertEquals(403, owner.submit(form, "name", "studio", "current", "a guess").status());
        Answer closed = owner.submit(form, "name", "studio", "current", studio.password());
        assertEquals(200, closed.status(), closed.text());

        assertEquals(keyring, buyer.keyring().text(), "its buyer's key is given out as before");
        assertEquals(410, Http.anonymous().get("/api/v1/bundles/" + film.bundle()).status());
        assertEquals(404, Http.anonymous().get("/api/v1/bundles/" + draft).status());
        assertEquals(401, studio.http().get("/api/v1/tokens").status());
        assertEquals(303, owner.open("/studio").status());
        assertEquals(
                401,
                owner.submit("/sign-in", "email", studio.email(), "password", studio.password())
                        .status());
        assertEquals(
                303,
                owner.submit(
                                "/sign-up",
                                "name",
                                "Again",
                                "email",
                                studio.email(),
                                "password",
                                password)
                        .status());
    }

    private Person signedUp() {
        Person person = new Person();
        assertEquals(
                "/studio",
                person.follow("/sign-up", "name", "Ann", "email", email, "password", password));
        return person;
    }

    private Answer signIn(Person person, String with) {
        return person.submit("/sign-in", "email", email, "password", with);
    }

    /** A token for the account, with more fields of the call. */
    private String token(String more) {
        String fields = more.substring(1, more.length() - 1);
        Answer answer =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/tokens",
                                "{\"email\":\"%s\",\"password\":\"%s\"%s}"
                                        .formatted(
                                                email,
                                                password,
                                                fields.isEmpty() ? "" : "," + fields));
        assertEquals(201, answer.status());
        return answer.string("token");
    }

    private static Answer delete(Http http, String token) {
        return http.send(
                "DELETE",
                "/api/v1/tokens/" + token,
                Map.of(),
                java.net.http.HttpRequest.BodyPublishers.noBody());
    }

    /** The link in the mail to this account with that subject. */
    private String mailed(String subject, String page) {
        Pattern link =
                Pattern.compile(
                        "To "
                                + Pattern.quote(email)
                                + ",(?:(?!<article).)*?"
                                + subject
                                + "<(?:(?!<article).)*?href=\"([^\"]*/"
                                + page
                                + "[^\"]*)\"",
                        Pattern.DOTALL);
        return Await.until(
                "the mail: " + subject,
                Duration.ofSeconds(20),
                () -> {
                    Matcher found = link.matcher(new Person().page("/mail"));
                    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
                });
    }

    private static String tokenOf(String link) {
        return link.replaceFirst(".*token=", "");
    }
}
