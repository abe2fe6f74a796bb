package io.seedhouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A publisher takes a film back: at once nobody is served or sold it, and buyers keep their keys.
 */
@ExtendWith(ArquillianExtension.class)
class WithdrawalIT {
    private static final String REASON = "The rights have ended.";

    @Test
    void aWithdrawnFilmIsGoneAtOnceAndSaysWhyAndComesBackWithItsCounts() throws Exception {
        var film = PublishedFilm.of("Low water", 1_000_003);
        var fan = new TrackerClient(film.infohashV1(), 6881);
        var buyer = bought(film);
        int udp = udpPort(film);
        fan.announce("started", 1);
        assertEquals("", TrackerClient.failure(fan.announce("completed", 0)));
        assertEquals(1, fan.announceByUdp(udp).getInt(0));
        assertEquals(200, seed(film).status());
        try (var browser = new TrackerClient.Signalling()) {
            browser.say(fan.announceAsJson());
            assertFalse(browser.hear().has("failure reason"));

            assertEquals("withdrawn", withdraw(film).string("status"));

            assertEquals(REASON, TrackerClient.failure(fan.announce("started", 1)));
            assertEquals(REASON, TrackerClient.failure(v2(film).announce("started", 1)));
            assertUdpRefuses(fan.announceByUdp(udp));
            assertEquals(REASON, browser.hear().get("failure reason").getAsString());
        }
        assertGone(film);
        assertEquals(200, buyer.keyring().status(), "what was bought stays bought");

        film.studio().publish(film.bundle());
        assertEquals("", TrackerClient.failure(fan.announce("started", 1)));
        assertEquals(1, fan.completed(), "a completed download still counts");
        assertEquals(200, seed(film).status());
        assertEquals(200, Http.anonymous().get(page(film)).status());
    }

    private static void assertGone(PublishedFilm film) {
        for (String address : new String[] {"", "/bundle.torrent", "/magnet"}) {
            assertReason(410, Http.anonymous().get(page(film) + address));
        }
        assertReason(410, seed(film));
        assertReason(410, Http.anonymous().get("/api/v1/bundles/" + film.bundle()));
        JsonObject own = film.studio().show(film.bundle()).getAsJsonObject("withdrawal");
        assertEquals(REASON, own.get("reason").getAsString());
        String found = Http.anonymous().get("/api/v1/bundles?q=Low%20water").text();
        assertFalse(found.contains(film.bundle()), found);
        String checkouts = "/api/v1/offers/" + film.offer() + "/checkouts";
        assertEquals(
                404,
                Http.anonymous().post(checkouts, "{\"email\":\"fan@audience.example\"}").status());
    }

    @Test
    void theStudioAsksFirstAndTheBuyersPageKeepsTheKey() throws Exception {
        var publisher = new Person();
        var buyer = new Person();
        String slug = PagesIT.publish(publisher, "High water");
        String order = PagesIT.buy(buyer, slug);
        String studio = "/studio/" + PagesIT.bundleOf(publisher);
        assertTrue(publisher.page(studio).contains(studio + "/withdraw"));
        assertTrue(publisher.page(studio + "/withdraw").contains("One order is paid"));
        assertEquals(422, publisher.submit(studio + "/withdraw", "reason", " ").status());
        assertEquals(200, new Person().open("/b/" + slug).status(), "nothing has happened yet");

        publisher.follow(studio + "/withdraw", "reason", "We <b>recut</b> it.");

        Answer gone = new Person().open("/b/" + slug);
        assertEquals(410, gone.status());
        assertTrue(gone.text().contains("We &lt;b&gt;recut&lt;/b&gt; it."), gone.text());
        String receipt = buyer.page(order);
        assertTrue(receipt.contains("We &lt;b&gt;recut&lt;/b&gt; it."), receipt);
        assertEquals(200, buyer.open(Person.find(receipt, "href=\"([^\"]*/keyring)\"")).status());
        publisher.follow(studio + "/publish", "premiere", "");
        assertEquals(200, new Person().open("/b/" + slug).status());
    }

    private static Buyer bought(PublishedFilm film) {
        Buyer buyer = Buyer.checkout(film.offer());
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        return buyer;
    }

    private static Answer withdraw(PublishedFilm film) {
        Answer answer =
                film.studio()
                        .http()
                        .post(
                                "/api/v1/bundles/" + film.bundle() + "/withdraw",
                                "{\"reason\":\"" + REASON + "\"}");
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }

    private static void assertReason(int status, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains(REASON), answer.text());
    }

    private static void assertUdpRefuses(ByteBuffer answer) {
        assertEquals(3, answer.getInt(0));
        assertEquals(REASON, UTF_8.decode(answer.position(8)).toString());
    }

    private static TrackerClient v2(PublishedFilm film) {
        return new TrackerClient(film.infohashV2().substring(0, 40), 6882);
    }

    private static Answer seed(PublishedFilm film) {
        String slug = film.facts().get("slug").getAsString();
        return Http.anonymous()
                .get("/tracker/seed/%s/%s/free/teaser.mp4".formatted(film.bundle(), slug));
    }

    private static String page(PublishedFilm film) {
        return "/b/" + film.facts().get("slug").getAsString();
    }

    private static int udpPort(PublishedFilm film) throws IOException {
        String magnet = URLDecoder.decode(film.facts().get("magnet").getAsString(), UTF_8);
        return Integer.parseInt(Person.find(magnet, "udp://localhost:(\\d+)/announce"));
    }
}
