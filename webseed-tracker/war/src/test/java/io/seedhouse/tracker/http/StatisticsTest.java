package io.seedhouse.tracker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Networks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    private static final Torrent DRAFT =
            new Torrent(
                    UUID.randomUUID(),
                    new Infohash("ff".repeat(20)),
                    new Infohash("ab".repeat(32)),
                    "A <b>draft</b> & \"more\"");
    private static final Torrent OTHER =
            new Torrent(UUID.randomUUID(), new Infohash("11".repeat(20)), null, "Other");
    private static final Networks NONE = Networks.parse("", "none");
    private static final Networks HERE = Networks.parse("127.0.0.1", "here");

    private final Tally tally = new Tally();
    private final AdmittedTorrents admitted = Admitting.only(OTHER, DRAFT);
    private EmbeddedTracker tracker = tracker("", HERE);

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void tellsAnOperatorOfEveryTorrentTheLivelyFirst() throws Exception {
        announce("left=0");
        announce("left=10");
        announce("left=5&event=paused");
        tally.bytesServed(DRAFT.bundleId(), 1536);
        JsonObject told = json("");
        JsonObject first = told.getJsonArray("torrents").getJsonObject(0);
        assertEquals(2, told.getJsonArray("torrents").size());
        assertEquals(DRAFT.name(), first.getString("name"));
        assertEquals(1, first.getInt("seeders"));
        assertEquals(1, first.getInt("leechers"));
        assertEquals(1, first.getInt("partial"));
        assertEquals(1536, first.getInt("bytesServed"));
        assertEquals(1536, told.getInt("bytesServed"));
        assertEquals(3, told.getInt("peers"));
        assertEquals(2, told.getInt("swarms"));
        JsonObject http = told.getJsonObject("transports").getJsonObject("http");
        assertEquals(3, http.getJsonObject("announces").getInt("answered"));
    }

    @Test
    void countsThePeersThatAreThereAndNotThoseItOnlyRemembers() throws Exception {
        announce("event=started&left=001");
        announce("event=completed&left=0");
        assertEquals(1, json("").getInt("peers"));
        announce("event=stopped&left=000");
        assertEquals(0, json("").getInt("peers"));
    }

    @Test
    void showsThePageWithEscapedNamesAndNoScript() throws Exception {
        announce("left=0");
        Response page = tracker.client().get("/tracker/stats");
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.text().contains("A &lt;b&gt;draft&lt;/b&gt; &amp; &quot;more&quot;"));
        assertFalse(page.text().contains("<script"), "no scripts");
        assertFalse(page.text().contains("127.0.0.1"), "no address");
        assertFalse(json("").toString().contains("127.0.0.1"), "no address");
    }

    @Test
    void tellsStrangersOfNoTorrentTheyDoNotName() throws Exception {
        restart("", NONE);
        assertFalse(json("").containsKey("torrents"));
        assertFalse(tracker.client().get("/tracker/stats").text().contains("draft"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 192.0.2.1",
                "Forwarded: for=127.0.0.1"
            })
    void takesNobodyForAnOperatorWhoComesThroughAnUnknownProxy(String header) throws Exception {
        assertFalse(json("", header).containsKey("torrents"));
    }

    @Test
    void looksBehindAKnownProxy() throws Exception {
        restart("127.0.0.1", Networks.parse("192.0.2.0/24", "operators"));
        assertTrue(json("", "X-Forwarded-For: 192.0.2.1").containsKey("torrents"));
        assertFalse(json("", "X-Forwarded-For: 198.51.100.1").containsKey("torrents"));
    }

    /** The proxy itself is an operator's machine, yet anybody may come through it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=192.0.2.1",
                "X-Forwarded-For: unknown",
                "X-Forwarded-For: unix:",
                "X-Forwarded-For: unknown, 127.0.0.1",
                "X-Forwarded-For: "
            })
    void takesNobodyForAnOperatorWhomAKnownProxyDoesNotName(String header) throws Exception {
        restart("127.0.0.1", HERE);
        assertFalse(json("", header).containsKey("torrents"));
        assertTrue(json("", "X-Forwarded-For: 127.0.0.1").containsKey("torrents"));
        assertTrue(json("").containsKey("torrents"), "comes from here without a proxy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffffffffffffffffffffffffffffffffffff",
                "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
                "abababababababababababababababababababab",
                "abababababababababababababababababababababababababababababababab"
            })
    void tellsAnyoneOfATorrentWhoseInfohashTheyKnow(String infohash) throws Exception {
        restart("", NONE);
        JsonObject told = json("?info_hash=" + infohash);
        assertEquals(1, told.getJsonArray("torrents").size());
        assertEquals(
                DRAFT.name(), told.getJsonArray("torrents").getJsonObject(0).getString("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff",
                "%FF",
                "ffffffffffffffffffffffffffffffffffffffffff",
                "1",
                "abababababababababababababababababababababababababababababababcd"
            })
    void tellsOfNothingForHalfAnInfohash(String infohash) throws Exception {
        assertEquals(0, json("?info_hash=" + infohash).getJsonArray("torrents").size());
    }

    private JsonObject json(String query, String... headers) throws Exception {
        Response told = tracker.client().get("/tracker/stats.json" + query, headers);
        assertEquals("application/json", told.header("content-type"));
        return Json.createReader(new StringReader(new String(told.body(), UTF_8))).readObject();
    }

    /** Announces of the same length come from the same port. */
    private void announce(String more) throws Exception {
        tracker.client()
                .get(
                        "/tracker/announce?info_hash=%s&peer_id=-XX0001-aaaaaaaaaaaa&port=%d&%s"
                                .formatted("%FF".repeat(20), more.length(), more));
    }

    private void restart(String proxies, Networks operators) {
        tracker.close();
        tracker = tracker(proxies, operators);
    }

    private EmbeddedTracker tracker(String proxies, Networks operators) {
        Settings settings = new Settings(TrustedProxies.parse(proxies), NONE, operators, false);
        return new EmbeddedTracker(admitted, settings, tally);
    }
}
