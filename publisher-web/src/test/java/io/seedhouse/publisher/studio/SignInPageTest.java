package io.seedhouse.publisher.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.account.TestAccounts;
import io.seedhouse.publisher.door.TestClients;
import io.seedhouse.publisher.session.Session;
import io.seedhouse.publisher.session.TestSessions;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing up, in and out over real HTTP. */
class SignInPageTest {
    private static final String ANN = "ann@studio.example";
    private static final String RIGHT = "correct horse";
    private static final String COOKIE = "seedhouse_session=";

    private final TestDatabase database = TestDatabase.h2();
    private final TestWeb web = new TestWeb(database, SignInPageTest::pages);
    private final TestBrowser browser = new TestBrowser(web);

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/studio//evil.example",
                "/studio/\\evil.example",
                "/studio@evil.example",
                "/studio.evil.example",
                "/studio/../b/x",
                "/studio?next=//evil.example",
                "/studio#x",
                "/sign-out",
                "javascript:alert(1)",
                "/studio\r\nX: y"
            })
    void leadsNowhereButIntoTheStudio(String next) {
        assertEquals("/studio", SignInPage.next(next));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio",
                "/studio/5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11",
                "/studio/5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11/orders",
                "/studio/account/sessions",
                "/studio/webhooks?from=2&x=%C3%A9"
            })
    void leadsBackToThePageThatWasWanted(String page) {
        assertEquals(page, SignInPage.next(page));
    }

    @Test
    void leadsNowhereFarOff() {
        assertEquals("/studio", SignInPage.next("/studio/" + "a".repeat(1000)));
    }

    @Test
    void opensASessionInACookieThatScriptsAndOtherSitesFormsCannotUse() {
        signUp();
        String cookie = header(signIn(RIGHT), "Set-Cookie");
        assertTrue(cookie.startsWith(COOKIE), cookie);
        for (String part : List.of("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")) {
            assertTrue(cookie.contains(part), cookie);
        }
        assertFalse(cookie.contains("Domain"), cookie);
    }

    @Test
    void opensANewSessionWhateverTheBrowserBrought() {
        signUp();
        String planted = "planted-by-somebody-else-and-known-to-them";
        HttpResponse<String> answer =
                new TestBrowser(web)
                        .post(
                                "/sign-in",
                                "application/x-www-form-urlencoded",
                                "email=" + ANN + "&password=correct+horse",
                                "Cookie",
                                COOKIE + planted);
        assertEquals(303, answer.statusCode());
        assertNotEquals(planted, text(answer));
        assertEquals(Optional.empty(), session(planted));
        assertTrue(session(text(answer)).isPresent());
    }

    @Test
    void endsTheSessionBeforeAtANewSignIn() {
        String first = text(signUp());
        String second = text(signIn(RIGHT));
        assertEquals(Optional.empty(), session(first));
        assertTrue(session(second).isPresent());
    }

    @Test
    void goesToThePageThatWasWantedAndNowhereElse() {
        signUp();
        String wanted = "/studio/account";
        assertEquals(wanted, header(signIn(RIGHT, wanted), "Location"));
        assertEquals("/studio", header(signIn(RIGHT, "//evil.example"), "Location"));
    }

    @Test
    void opensNothingForAWrongPassword() {
        signUp();
        HttpResponse<String> wrong = signIn("wrong horse");
        assertEquals(401, wrong.statusCode());
        assertFalse(wrong.headers().firstValue("Set-Cookie").isPresent());
        assertTrue(wrong.body().contains("value=\"" + ANN + "\""), wrong.body());
        assertFalse(wrong.body().contains("wrong horse"), wrong.body());
    }

    @Test
    void signsOutForGood() {
        String text = text(signUp());
        HttpResponse<String> out = browser.submit("/sign-out");
        assertTrue(header(out, "Set-Cookie").contains("Max-Age=0"), header(out, "Set-Cookie"));
        assertEquals(Optional.empty(), session(text));
    }

    @Test
    void refusesTheFirstPasswordsThatAreTried() {
        HttpResponse<String> refused = signUp("password1");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("choose another"), refused.body());
        assertFalse(refused.body().contains("password1"), refused.body());
    }

    @Test
    void tellsPasswordManagersWhichFieldIsWhich() {
        String up = browser.get("/sign-up").body();
        String in = browser.get("/sign-in").body();
        assertTrue(up.contains("autocomplete=\"new-password\""), up);
        assertTrue(in.contains("autocomplete=\"current-password\""), in);
        assertTrue(in.contains("autocomplete=\"username\""), in);
        assertTrue(in.contains("href=\"/forgot\""), in);
        assertFalse((up + in).contains("onpaste"));
    }

    private HttpResponse<String> signUp() {
        return signUp(RIGHT);
    }

    private HttpResponse<String> signUp(String password) {
        return browser.submit("/sign-up", "name", "Ann", "email", ANN, "password", password);
    }

    private HttpResponse<String> signIn(String password) {
        return signIn(password, "");
    }

    private HttpResponse<String> signIn(String password, String next) {
        return browser.submit("/sign-in", "email", ANN, "password", password, "next", next);
    }

    private static String text(HttpResponse<String> answer) {
        return header(answer, "Set-Cookie").split(";", 2)[0].substring(COOKIE.length());
    }

    private Optional<Session> session(String text) {
        return database.inTransaction(em -> TestSessions.over(em).use(text, Instant.now()));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<Object> pages(EntityManager em) {
        TestAccounts accounts = new TestAccounts(em);
        SignInPage in = new SignInPage();
        in.accounts = accounts.accounts;
        in.clients = TestClients.direct();
        in.browser = TestSessions.browser(em);
        SignUpPage up = new SignUpPage();
        up.accounts = accounts.accounts;
        up.clients = TestClients.direct();
        up.browser = TestSessions.browser(em);
        return List.of(in, up);
    }
}
