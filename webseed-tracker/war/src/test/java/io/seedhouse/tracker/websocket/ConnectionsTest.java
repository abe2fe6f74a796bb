package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Transport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection may do, and what becomes of those that do more. */
@Timeout(60)
class ConnectionsTest extends WebSocketTest {
    private static final int POLICY = 1008;
    private static final int TOO_BIG = 1009;
    private static final int NO_WORD = 1006;

    @Override
    Torrent[] torrents() {
        return IntStream.rangeClosed(0, Connection.MOST_TORRENTS)
                .mapToObj(i -> i == 0 ? FILM : torrent(i))
                .toArray(Torrent[]::new);
    }

    private static Torrent torrent(int number) {
        String hex = HexFormat.of().toHexDigits((byte) number).repeat(20);
        return new Torrent(UUID.randomUUID(), new Infohash(hex), null, "Film " + number);
    }

    @Override
    Bounds bounds() {
        return new Bounds(5, 2, 1 << 20, 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "17",
                "{",
                "{}",
                "{}{}",
                "{} x",
                "{\"action\":\"announce\"",
                "{\"action\":7}",
                "{\"action\":\"dance\"}",
                "{\"action\":\"announce\"}",
                "{\"action\":\"scrape\",\"info_hash\":\"short\"}",
                "{\"action\":\"scrape\",\"info_hash\":{}}",
                "{\"action\":\"scrape\",\"info_hash\":[7,{},[null]]}",
                "{\"action\":\"scrape\",\"info_hash\":\"\u0100aaaaaaaaaaaaaaaaaaa\"}",
                "{\"action\":\"announce\",\"info_hash\":\"aaaaaaaaaaaaaaaaaaaa\"}",
                "{\"action\":\"announce\",\"info_hash\":[],\"peer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}",
                "{\"left\":-1,\"action\":\"announce\",\"info_hash\":\"aaaaaaaaaaaaaaaaaaaa\","
                        + "\"peer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}",
                "{\"left\":\"7\"}",
                "{\"left\":1e}",
                "{\"offers\":7}",
                "{\"offers\":[7]}",
                "{\"offers\":[{}]}",
                "{\"offers\":[{\"offer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}]}",
                "{\"offers\":[{\"offer\":{\"type\":\"offer\",\"sdp\":\"\"}}]}",
                "{\"offers\":[{\"offer\":{\"type\":\"answer\",\"sdp\":\"\"},"
                        + "\"offer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}]}",
                "{\"offers\":[{\"offer\":{\"type\":\"offer\",\"sdp\":{}},"
                        + "\"offer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}]}",
                "{\"answer\":[]}",
                "{\"answer\":{\"type\":\"answer\",\"sdp\":\"\"},\"action\":\"announce\","
                        + "\"info_hash\":\"aaaaaaaaaaaaaaaaaaaa\","
                        + "\"peer_id\":\"aaaaaaaaaaaaaaaaaaaa\"}"
            })
    void endsAfterOneSentenceWhenAMessageIsNonsense(String message) {
        Browser browser = browser("browser");
        browser.say(message);
        JsonObject failure = browser.next();
        assertTrue(failure.getString("failure reason").endsWith("."), failure.toString());
        assertEquals(POLICY, browser.closedWith());
        assertEquals(1, tally.malformedOf(Transport.WEBSOCKET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "{\"offers\":[", "[[{\"a\":"})
    void endsWhenAMessageIsNestedWithoutEnd(String opening) {
        Browser browser = browser("browser");
        browser.say(opening.repeat(Receiver.LONGEST_MESSAGE / opening.length()));
        assertEquals(POLICY, browser.closedWith());
    }

    @Test
    void computesNoGiantNumbers() {
        Browser browser = browser("browser");
        String digits = "9".repeat(60_000);
        browser.say(
                """
                {"action":"announce","info_hash":"%s","peer_id":"%s","x":%s,
                "left":1e999999999,"numwant":123456789012345678901234567890}\
                """
                        .formatted(V1, browser.id, digits));
        assertEquals(1, browser.next().getInt("incomplete"));
    }

    @Test
    void endsWhenADescriptionIsTooLong() {
        Browser browser = browser("browser");
        String sdp = "v".repeat(Description.LONGEST);
        browser.ask(offer(browser, sdp));
        browser.say(offer(browser, sdp + "v"));
        assertTrue(browser.next().getString("failure reason").contains("16384"));
        assertEquals(POLICY, browser.closedWith());
    }

    private static JsonObjectBuilder offer(Browser browser, String sdp) {
        return browser.announce(V1, 7)
                .add(
                        "offers",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("offer_id", Browser.offerId("o"))
                                                .add("offer", Browser.description("offer", sdp))));
    }

    @Test
    void endsWhenAMessageIsTooLong() {
        Browser browser = browser("browser");
        browser.say("{\"a\":\"" + " ".repeat(Receiver.LONGEST_MESSAGE) + "\"}");
        assertEquals(TOO_BIG, browser.closedWith());
    }

    @Test
    void endsWhenAMessageInPartsIsTooLong() {
        Browser browser = browser("browser");
        String part = " ".repeat(Receiver.LONGEST_MESSAGE / 4);
        for (int i = 0; i < 4; i++) {
            browser.sayPart(part);
        }
        browser.say("{}");
        assertEquals(TOO_BIG, browser.closedWith());
    }

    @Test
    void takesAMessageInParts() {
        Browser browser = browser("browser");
        String message = browser.announce(V1, 7).build().toString();
        browser.sayPart(message.substring(0, 25));
        browser.sayPart("");
        browser.say(message.substring(25));
        assertEquals(1, browser.next().getInt("incomplete"));
    }

    @Test
    void endsWhenBytesComeInsteadOfText() {
        Browser browser = browser("browser");
        browser.ask(browser.announce(V1, 7));
        browser.sayBytes((byte) 1, (byte) 2);
        assertEquals(POLICY, browser.closedWith());
        awaitCounts(browser("other"), counts -> counts.getInt("incomplete") == 0);
    }

    @Test
    void endsWhenMessagesComeTooFast() {
        Browser browser = browser("browser");
        for (int i = 0; i < Allowance.BURST; i++) {
            counts(browser, V1);
        }
        browser.say(Browser.message("scrape", V1));
        assertTrue(browser.next().containsKey("failure reason"));
        assertEquals(POLICY, browser.closedWith());
    }

    @Test
    void endsWhenPingsComeTooFast() {
        Browser browser = browser("browser");
        for (int i = 0; i <= Allowance.BURST; i++) {
            browser.ping();
        }
        assertEquals(POLICY, browser.closedWith());
    }

    @Test
    void takesTwentyMessagesASecondForEver() {
        Browser browser = browser("browser");
        for (int i = 0; i < 2 * Allowance.BURST; i++) {
            millis.addAndGet(50);
            counts(browser, V1);
        }
    }

    @Test
    void takesPartInSoManyTorrentsOnly() {
        Browser browser = browser("browser");
        for (int i = 1; i <= Connection.MOST_TORRENTS; i++) {
            millis.addAndGet(50);
            assertEquals(1, browser.ask(browser.announce(infohash(i), 7)).getInt("incomplete"));
        }
        millis.addAndGet(1000);
        JsonObject refusal = browser.ask(browser.announce(V1, 7));
        assertTrue(refusal.getString("failure reason").contains("64 torrents"));
        assertEquals(1, tally.refusals(Transport.WEBSOCKET));
        browser.ask(browser.announce(infohash(1), 7).add("event", "stopped"));
        assertEquals(1, browser.ask(browser.announce(V1, 7)).getInt("incomplete"));
    }

    private static String infohash(int number) {
        return new String(new byte[] {(byte) number}, StandardCharsets.ISO_8859_1).repeat(20);
    }

    @Test
    void refusesMoreConnectionsFromOneAddress() {
        Browser first = entered("first");
        entered("second");
        assertEquals(429, refusal());
        entered("neighbour", "X-Forwarded-For", "198.51.100.7");
        first.close();
        awaitPlace();
    }

    @Test
    void countsAHouseholdsAddressesOfIpv6AsOne() {
        entered("first", "X-Forwarded-For", "2001:db8:0:100::1");
        entered("second", "X-Forwarded-For", "2001:db8:0:1ff::2");
        assertEquals(429, refusal("X-Forwarded-For", "2001:db8:0:142::3"));
        entered("other", "X-Forwarded-For", "2001:db8:0:200::1");
    }

    @Test
    void sparesExemptNetworksTheLimitPerAddress() {
        for (int i = 0; i < 3; i++) {
            entered("exempt" + i, "X-Forwarded-For", "192.0.2.9");
        }
    }

    @Test
    void refusesMoreConnectionsThanItHolds() {
        for (int i = 0; i < 5; i++) {
            entered("exempt" + i, "X-Forwarded-For", "192.0.2.9");
        }
        assertEquals(503, refusal());
    }

    /** Whom the server has counted: a handshake is answered a moment before that. */
    private Browser entered(String name, String... headers) {
        Browser browser = browser(name, headers);
        browser.ask(Browser.message("scrape", V1));
        return browser;
    }

    private int refusal(String... headers) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> browser("late", headers));
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    private void awaitPlace() {
        while (true) {
            try {
                browser("late");
                return;
            } catch (CompletionException full) {
                assertFalse(Thread.interrupted(), "in vain");
            }
        }
    }

    @Test
    void pingsWhoIsSilentAndKeepsWhoAnswers() {
        Browser browser = browser("browser");
        browser.ask(browser.announce(V1, 7));
        for (int i = 0; i < 5; i++) {
            millis.addAndGet(Connection.PING_AFTER + 1);
            door.round();
            assertTrue(browser.wasPinged());
            browser.hasHeardNothing(V1);
        }
    }

    @Test
    void dropsWhoIsSilentForTooLong() {
        Browser browser = browser("browser");
        browser.ask(browser.announce(V1, 7));
        millis.addAndGet(100_001);
        door.round();
        assertEquals(NO_WORD, browser.closedWith());
        awaitCounts(browser("other"), counts -> counts.getInt("incomplete") == 0);
    }

    @Test
    void dropsWhoDoesNotFinishAMessage() {
        Browser browser = browser("browser");
        browser.ask(browser.announce(V1, 7));
        browser.sayPart("{");
        awaitCounts(
                browser("witness", "X-Forwarded-For", "192.0.2.9"),
                counts -> {
                    millis.addAndGet(1_000);
                    browser.ping();
                    door.round();
                    return counts.getInt("incomplete") == 0;
                });
    }

    @Test
    void closesEveryConnectionWhenTheServerStops() {
        Browser browser = browser("browser");
        browser.ask(browser.announce(V1, 7));
        door.close();
        assertEquals(1001, browser.closedWith());
        assertEquals(503, refusal());
    }

    @Test
    void asksWhoComesWithoutAWebSocketToUpgrade() throws Exception {
        Response plain = tracker.client().get("/tracker/ws");
        assertEquals(426, plain.status());
        assertEquals("websocket", plain.header("upgrade"));
        assertEquals("13", plain.header("sec-websocket-version"));
        assertEquals(
                426,
                tracker.client()
                        .get(
                                "/tracker/ws",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 7",
                                "Sec-WebSocket-Key: x")
                        .status());
        assertEquals(
                426,
                tracker.client()
                        .get("/tracker/ws", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x")
                        .status());
        assertEquals(405, tracker.client().send("POST", "/tracker/ws").status());
    }
}
