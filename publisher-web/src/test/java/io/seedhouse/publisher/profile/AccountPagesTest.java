package io.seedhouse.publisher.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.account.SignUp;
import io.seedhouse.publisher.account.TestAccounts;
import io.seedhouse.publisher.notice.Purpose;
import io.seedhouse.publisher.notice.TestNotices;
import io.seedhouse.publisher.session.TestSessions;
import io.seedhouse.publisher.token.TestTokens;
import io.seedhouse.publisher.token.Wish;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's pages over real HTTP. */
class AccountPagesTest {
    private static final String ACCOUNT = "/studio/account";
    private static final String ANN = "ann@studio.example";
    private static final String OLD = "correct horse";
    private static final String NEW = "battery staple";

    @TempDir Path folder;

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = signUp(ANN);
    private final UUID bob = signUp("bob@studio.example");
    private final UUID here = session(ann);
    private TestWeb web;
    private TestBrowser browser;

    @BeforeEach
    void start() {
        web = new TestWeb(database, new AccountBench(ann, here, folder)::pages);
        browser = new TestBrowser(web);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sessions", "/access", "/closing"})
    void speakEnglishAndSpanish(String part) {
        String english = browser.get(ACCOUNT + part).body();
        String spanish = browser.get(ACCOUNT + part, "Accept-Language", "es").body();
        for (String page : List.of(english, spanish)) {
            assertFalse(page.matches("(?s).*account\\.[a-z].*"), page);
        }
        assertTrue(english.contains("aria-current=\"page\""), english);
    }

    @Test
    void changeTheName() {
        assertEquals(303, browser.submit(ACCOUNT + "/name", "name", "Ann <b>").statusCode());
        String page = browser.get(ACCOUNT + "?done=name").body();
        assertTrue(page.contains("Ann &lt;b>"), page);
        assertTrue(page.contains("Your name is saved."), page);
        assertEquals(422, browser.submit(ACCOUNT + "/name", "name", " ").statusCode());
    }

    @Test
    void sayNothingThatTheAddressOfThePageMakesUp() {
        String page = browser.get(ACCOUNT + "?done=closed").body();
        assertFalse(page.contains("role=\"status\""), page);
    }

    @Test
    void changeThePasswordForWhoeverKnowsTheOldOne() {
        HttpResponse<String> wrong =
                browser.submit(ACCOUNT + "/password", "current", "guess", "password", NEW);
        assertEquals(403, wrong.statusCode());
        assertTrue(wrong.body().contains("The current password is wrong."), wrong.body());
        assertEquals(
                422,
                browser.submit(ACCOUNT + "/password", "current", OLD, "password", "short")
                        .statusCode());
        assertEquals(
                303,
                browser.submit(ACCOUNT + "/password", "current", OLD, "password", NEW)
                        .statusCode());
        assertEquals(
                403,
                browser.submit(ACCOUNT + "/password", "current", OLD, "password", NEW)
                        .statusCode());
    }

    @Test
    void makeAGuesserWaitThoughTheBrowserIsSignedIn() {
        for (int i = 0; i < 10; i++) {
            browser.submit(ACCOUNT + "/password", "current", "guess", "password", NEW);
        }
        assertEquals(
                429,
                browser.submit(ACCOUNT + "/password", "current", OLD, "password", NEW)
                        .statusCode());
    }

    @Test
    void askForThePasswordBeforeTheAddressMoves() {
        String form = ACCOUNT + "/address";
        assertEquals(
                403,
                browser.submit(form, "current", "guess", "email", "new@studio.example")
                        .statusCode());
        assertEquals(422, browser.submit(form, "current", OLD, "email", "nowhere").statusCode());
        assertEquals(
                303,
                browser.submit(form, "current", OLD, "email", "new@studio.example").statusCode());
        assertTrue(waiting().contains("ADDRESS new@studio.example"), waiting().toString());
    }

    @Test
    void answerAlikeWhetherTheNewAddressHasAnAccount() {
        String form = ACCOUNT + "/address";
        HttpResponse<String> taken =
                browser.submit(form, "current", OLD, "email", "bob@studio.example");
        HttpResponse<String> free =
                browser.submit(form, "current", OLD, "email", "new@studio.example");
        assertEquals(taken.statusCode(), free.statusCode());
        assertEquals(taken.headers().firstValue("Location"), free.headers().firstValue("Location"));
        assertFalse(waiting().contains("ADDRESS bob@studio.example"), waiting().toString());
    }

    @Test
    void sendTheLinkAgainAFewTimesAnHour() {
        for (int i = 0; i < 5; i++) {
            assertEquals(303, browser.submit(ACCOUNT + "/confirmation").statusCode());
        }
        assertEquals(429, browser.submit(ACCOUNT + "/confirmation").statusCode());
    }

    @Test
    void listSessionsAndEndOneOrAllOthers() {
        UUID there = session(ann);
        session(ann);
        String page = browser.get(ACCOUNT + "/sessions").body();
        assertTrue(page.contains("Firefox on Linux"), page);
        assertTrue(page.contains("192.0.2.0/24"), page);
        assertFalse(page.contains(here + "/end"), page);
        assertEquals(303, browser.submit(ACCOUNT + "/sessions/" + there + "/end").statusCode());
        assertEquals(404, browser.submit(ACCOUNT + "/sessions/" + there + "/end").statusCode());
        assertEquals(303, browser.submit(ACCOUNT + "/sessions/end-others").statusCode());
        assertEquals(
                1,
                database.inTransaction(
                                em -> TestSessions.over(em).ofPublisher(ann, Instant.now()).size())
                        .intValue());
    }

    @Test
    void endNoSessionOfAnotherPublisher() {
        UUID bobs = session(bob);
        assertEquals(404, browser.submit(ACCOUNT + "/sessions/" + bobs + "/end").statusCode());
        browser.submit(ACCOUNT + "/sessions/end-others");
        assertFalse(
                database.inTransaction(em -> TestSessions.over(em).ofPublisher(bob, Instant.now()))
                        .isEmpty());
    }

    @Test
    void showATokenOnceToWhoeverKnowsThePassword() {
        String form = ACCOUNT + "/access";
        String[] asked = {"name", "Backup", "scopes", "read", "days", "30", "current"};
        assertEquals(403, browser.submit(form, with(asked, "guess")).statusCode());
        HttpResponse<String> made = browser.submit(form, with(asked, OLD));
        assertEquals(200, made.statusCode(), made.body());
        assertEquals("no-store", made.headers().firstValue("Cache-Control").orElse(""));
        String secret = find(made.body(), "<code class=\"type\">([\\w-]{43})</code>");
        assertTrue(
                database.inTransaction(em -> TestTokens.over(em).use(secret, Instant.now()))
                        .isPresent());
        String later = browser.get(form).body();
        assertTrue(later.contains("Backup"), later);
        assertFalse(later.contains(secret), later);
    }

    @Test
    void refuseATokenWithoutNameScopeOrASensibleEnd() {
        String form = ACCOUNT + "/access";
        for (String[] asked :
                List.of(
                        new String[] {"name", "", "scopes", "read", "days", "30"},
                        new String[] {"name", "x", "days", "30"},
                        new String[] {"name", "x", "scopes", "read", "days", "366"},
                        new String[] {"name", "x", "scopes", "read", "days", "soon"},
                        new String[] {"name", "x", "scopes", "everything", "days", "30"})) {
            assertEquals(422, browser.submit(form, asked).statusCode(), List.of(asked).toString());
        }
    }

    @Test
    void revokeOwnTokensAndNobodyElses() {
        UUID own = token(ann);
        UUID bobs = token(bob);
        assertEquals(404, browser.submit(ACCOUNT + "/access/" + bobs + "/revoke").statusCode());
        assertEquals(303, browser.submit(ACCOUNT + "/access/" + own + "/revoke").statusCode());
        assertEquals(404, browser.submit(ACCOUNT + "/access/" + own + "/revoke").statusCode());
    }

    @Test
    void sayFirstWhatClosingDoesAndAskForNameAndPassword() {
        String form = ACCOUNT + "/closing";
        String page = browser.get(form).body();
        assertTrue(page.contains("Buyers keep their keys"), page);
        assertTrue(page.contains("0 paid orders, of 0 people"), page);
        assertEquals(422, browser.submit(form, "name", "Bob", "current", OLD).statusCode());
        assertEquals(403, browser.submit(form, "name", "Ann", "current", "guess").statusCode());
        HttpResponse<String> closed = browser.submit(form, "name", "Ann", "current", OLD);
        assertEquals(200, closed.statusCode(), closed.body());
        assertTrue(
                closed.headers().firstValue("Set-Cookie").orElse("").contains("Max-Age=0"),
                closed.headers().toString());
        assertEquals(List.of("CONFIRM bob@studio.example", "CLOSED " + ANN), waiting());
    }

    @Test
    void handOutAllDataTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> zip = browser.get(ACCOUNT + "/export");
            assertEquals("application/zip", zip.headers().firstValue("Content-Type").orElse(""));
            assertTrue(zip.body().startsWith("PK"));
        }
        assertEquals(429, browser.get(ACCOUNT + "/export").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/name",
                "/password",
                "/address",
                "/confirmation",
                "/sessions/end-others",
                "/access",
                "/closing"
            })
    void takeNoFormFromAnotherSite(String form) {
        HttpResponse<String> answer =
                browser.post(
                        ACCOUNT + form,
                        "application/x-www-form-urlencoded",
                        "name=Eve&current=" + OLD,
                        "Sec-Fetch-Site",
                        "cross-site");
        assertEquals(403, answer.statusCode());
    }

    @Test
    void answerEverybodyAlikeWhoForgotAPassword() {
        String known = browser.submit("/forgot", "email", ANN).body();
        String unknown = browser.submit("/forgot", "email", "eve@nowhere.example").body();
        assertEquals(known, unknown);
        assertEquals(1, waiting().stream().filter(w -> w.startsWith("RESET")).count());
        assertEquals(422, browser.submit("/forgot", "email", "ann").statusCode());
    }

    @Test
    void setANewPasswordByALinkOnce() {
        UUID kept = token(ann);
        String link = link(Purpose.RESET);
        HttpResponse<String> looked = browser.get("/reset?token=" + link);
        assertEquals(200, looked.statusCode());
        assertEquals("no-referrer", looked.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", looked.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(looked.body().contains("value=\"" + kept + "\" checked"), looked.body());
        HttpResponse<String> weak =
                browser.submit("/reset", "token", link, "password", "password1");
        assertEquals(422, weak.statusCode());
        assertEquals("no-referrer", weak.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals(200, browser.submit("/reset", "token", link, "password", NEW).statusCode());
        HttpResponse<String> again = browser.submit("/reset", "token", link, "password", OLD);
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("This link was used"), again.body());
        assertEquals(410, browser.get("/reset?token=" + link).statusCode());
    }

    @Test
    void redeemALinkForABrowserThatKeepsItsOriginToItself() {
        HttpResponse<String> answer =
                browser.post(
                        "/confirm",
                        "application/x-www-form-urlencoded",
                        "token=" + link(Purpose.CONFIRM),
                        "Origin",
                        "null");
        assertEquals(200, answer.statusCode());
    }

    @Test
    void proveTheAddressByTheButtonAndNotByALook() {
        String link = link(Purpose.CONFIRM);
        browser.get("/confirm?token=" + link);
        assertTrue(browser.get(ACCOUNT).body().contains("Not confirmed yet"));
        assertEquals(200, browser.submit("/confirm", "token", link).statusCode());
        assertFalse(browser.get(ACCOUNT).body().contains("Not confirmed yet"));
        assertEquals(410, browser.submit("/confirm", "token", link).statusCode());
        assertEquals(410, browser.get("/confirm?token=x").statusCode());
        assertEquals(410, browser.get("/confirm").statusCode());
    }

    private static String[] with(String[] fields, String last) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = last;
        return all;
    }

    private UUID signUp(String email) {
        String name = email.startsWith("ann") ? "Ann" : "Bob";
        SignUp answer =
                database.inTransaction(
                        em -> new TestAccounts(em).accounts.signUp(email, OLD, name, "::1"));
        return ((SignUp.SignedUp) answer).publisher().id();
    }

    private UUID session(UUID publisher) {
        return database.inTransaction(em -> {
            String text =
                    TestSessions.over(em)
                            .open(publisher, TestSessions.FIREFOX, null, Instant.now());
            return TestSessions.over(em).use(text, Instant.now()).orElseThrow().id();
        });
    }

    private UUID token(UUID publisher) {
        return database.inTransaction(em -> {
            TestTokens.over(em).issue(publisher, Wish.everything(), Instant.now());
            return TestTokens.over(em).ofPublisher(publisher, Instant.now()).getLast().id();
        });
    }

    private String link(Purpose purpose) {
        return database.inTransaction(
                em -> TestNotices.links(em).issue(ann, purpose, ANN, Instant.now()));
    }

    private List<String> waiting() {
        return database.inTransaction(TestNotices::waiting);
    }

    private static String find(String page, String regex) {
        var found = Pattern.compile(regex).matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }
}
