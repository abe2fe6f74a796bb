package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs get wrong, and the status and sentence they are told. */
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    @Test
    void aWrongPasswordIs401AndSaysNoMoreThanThat() {
        Studio studio = Studio.open("careless");
        Answer wrong = token(studio.email(), "not the password");
        Answer unknown = token("nobody-" + UUID.randomUUID() + "@studio.example", "whatever it is");
        assertProblem(401, wrong);
        assertProblem(401, unknown);
        assertEquals(wrong.string("detail"), unknown.string("detail"));
    }

    @Test
    void guessingPasswordsEndsIn429() {
        Studio studio = Studio.open("guessed");
        Answer last = token(studio.email(), "guess");
        for (int i = 0; i < 15 && last.status() == 401; i++) {
            last = token(studio.email(), "guess " + i);
        }
        assertProblem(429, last);
        assertFalse(last.header("Retry-After").isEmpty());
    }

    @Test
    void aCallWithoutATokenOrWithAForgedOneIs401() {
        assertProblem(401, Http.anonymous().post("/api/v1/bundles", "{\"title\":\"x\"}"));
        assertProblem(401, Http.bearer("forged").post("/api/v1/bundles", "{\"title\":\"x\"}"));
    }

    @Test
    void jsonThatIsNoneIs400() {
        Studio studio = Studio.open("sloppy");
        assertProblem(400, studio.http().post("/api/v1/bundles", "{\"title\":"));
    }

    @Test
    void anUnknownBundleIs404InEveryCall() {
        assertEveryCallIs404(Studio.open("lost"), UUID.randomUUID().toString());
    }

    @Test
    void anotherPublishersBundleIs404InEveryCall() {
        String bundle = Studio.open("owner").bundle("Mine alone");
        assertEveryCallIs404(Studio.open("intruder"), bundle);
    }

    @Test
    void anotherPublishersUploadIs404InEveryVerb() {
        Studio owner = Studio.open("owner");
        String bundle = owner.bundle("Mine alone");
        Answer created = owner.tus().create(bundle, "film.mp4", "paid", 10);
        String location = created.header("Location");
        Http intruder = Studio.open("intruder").http();
        var tus = java.util.Map.of("Tus-Resumable", "1.0.0");
        var none = java.net.http.HttpRequest.BodyPublishers.noBody();
        assertEquals(404, intruder.head(location, tus).status());
        assertEquals(404, intruder.send("DELETE", location, tus, none).status());
        var patch =
                java.util.Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Upload-Offset", "0",
                        "Content-Type", "application/offset+octet-stream");
        var body = java.net.http.HttpRequest.BodyPublishers.ofString("0123456789");
        assertEquals(404, intruder.send("PATCH", location, patch, body).status());
        assertEquals("0", owner.http().head(location, tus).header("Upload-Offset"));
    }

    @Test
    void sealingAnEmptyDraftSaysWhatIsMissing() {
        Studio studio = Studio.open("hasty");
        Answer answer = studio.seal(studio.bundle("Empty"));
        assertProblem(409, answer);
    }

    @Test
    void sealingWithAnUnfinishedUploadNamesIt() {
        Studio studio = Studio.open("hasty");
        String bundle = studio.bundle("Half uploaded");
        assertEquals(201, studio.tus().create(bundle, "half.mp4", "paid", 10).status());
        Answer answer = studio.seal(bundle);
        assertProblem(409, answer);
        assertTrue(answer.string("detail").contains("half.mp4"), answer.text());
    }

    @Test
    void aPriceBelowTheCurrencysMinimumOrInAnUnknownCurrencyIs422() throws Exception {
        Studio studio = Studio.open("cheap");
        String bundle = studio.bundle("Bargain");
        var film = Films.make(PlatformUnderTest.scratch().resolve("bargain/film.mp4"), 10, 1);
        studio.tus().upload(bundle, film, "paid");
        assertProblem(422, studio.tier(bundle, "film", 10, "usd", "film.mp4"));
        assertProblem(422, studio.tier(bundle, "film", 500, "xxx", "film.mp4"));
        assertProblem(422, studio.tier(bundle, "film", -1, "usd", "film.mp4"));
        assertProblem(422, studio.tier(bundle, "film", 500, "usd", "other.mp4"));
        assertEquals(200, studio.tier(bundle, "film", 500, "usd", "film.mp4").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b.mp4",
                "..",
                "../up.mp4",
                "nul\0.mp4",
                "half#time.mp4",
                "50%.mp4",
                "CON",
                "con.mp4",
                "LPT1.txt",
                "what?.mp4",
                "back\\slash.mp4",
                "ends with dot.",
                ""
            })
    void aFileNameThatCannotTravelIs422(String name) {
        assertProblem(422, Namer.STUDIO.tus().create(Namer.BUNDLE, name, "paid", 10));
    }

    /** One for all names: the platform lets only so many sign up in an hour. */
    private static final class Namer {
        static final Studio STUDIO = Studio.open("namer");
        static final String BUNDLE = STUDIO.bundle("Names");
    }

    @Test
    void aForgedWebhookIs400() {
        Answer answer =
                Http.anonymous()
                        .send(
                                "POST",
                                "/paygate/stripe/webhook",
                                java.util.Map.of("Stripe-Signature", "t=1,v1=00"),
                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"id\":\"evt_1\"}"));
        assertEquals(400, answer.status(), answer.text());
    }

    @Test
    void anAnnounceForAnUnknownInfohashGetsTheProtocolsOwnError() {
        Answer answer =
                Http.anonymous()
                        .get(
                                "/tracker/announce?info_hash="
                                        + "%11".repeat(20)
                                        + "&peer_id=-XX0001-000000000000&port=6881&uploaded=0&downloaded=0&left=1&compact=1");
        assertEquals(200, answer.status());
        assertTrue(answer.text().startsWith("d14:failure reason"), answer.text());
    }

    @Test
    void anUnknownOrderAndAWrongTokenAreTheSame404() throws Exception {
        var film = PublishedFilm.of("Wrong token", 1_000_003);
        Buyer buyer = Buyer.checkout(film.offer());
        Answer wrong = Http.bearer("wrong").get("/api/v1/orders/" + buyer.orderId());
        Answer unknown = Http.bearer("wrong").get("/api/v1/orders/" + UUID.randomUUID());
        assertProblem(404, wrong);
        assertProblem(404, unknown);
        assertEquals(404, Http.bearer("wrong").get(buyer.keyringUrl()).status());
        assertEquals(404, Http.anonymous().get(buyer.keyringUrl()).status());
    }

    @Test
    void anAmountThatIsNotThePriceIs422() throws Exception {
        var film = PublishedFilm.of("Another amount", 1_000_003);
        String checkouts = "/api/v1/offers/" + film.offer() + "/checkouts";
        Answer refused =
                Http.anonymous()
                        .post(checkouts, "{\"email\":\"fan@audience.example\",\"amount\":1}");
        assertProblem(422, refused);
    }

    @Test
    void aDeclinedCardIsToldAndLeavesTheOrderUnpaid() throws Exception {
        var film = PublishedFilm.of("Declined", 1_000_003);
        Buyer buyer = Buyer.checkout(film.offer());
        Answer declined = buyer.pay("4000000000000002");
        assertFalse(declined.status() == 302 || declined.status() == 303, "no way to success");
        assertEquals("pending", buyer.order().string("status"));
        assertEquals(402, buyer.keyring().status());
    }

    @AfterAll
    static void noAnswerEverShowedAStackTrace() {
        for (String answer : Http.transcript()) {
            assertFalse(answer.contains("\tat "), answer);
            assertFalse(answer.contains("Exception"), answer);
        }
    }

    private static void assertEveryCallIs404(Studio studio, String bundle) {
        Http http = studio.http();
        String path = "/api/v1/bundles/" + bundle;
        assertAll(
                () -> assertProblem(404, http.get(path)),
                () -> assertProblem(404, studio.tier(bundle, "t", 500, "usd", "f.mp4")),
                () -> assertProblem(404, studio.seal(bundle)),
                () -> assertProblem(404, http.post(path + "/publish", "{}")),
                () -> assertProblem(404, http.get(path + "/orders")),
                () -> assertProblem(404, studio.tus().create(bundle, "f.mp4", "paid", 1)));
    }

    private static Answer token(String email, String password) {
        return Http.anonymous()
                .post(
                        "/api/v1/tokens",
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static void assertProblem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertTrue(
                answer.header("Content-Type").startsWith("application/problem+json"),
                answer.text());
        String detail = answer.string("detail");
        assertTrue(detail.length() > 10 && detail.endsWith("."), "a sentence: " + detail);
    }
}
