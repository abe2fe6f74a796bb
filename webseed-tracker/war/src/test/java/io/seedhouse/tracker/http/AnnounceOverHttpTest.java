package io.seedhouse.tracker.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.Networks;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnounceOverHttpTest {
    private static final Torrent HYBRID =
            new Torrent(
                    UUID.randomUUID(),
                    new Infohash("ff".repeat(20)),
                    new Infohash("00".repeat(32)),
                    "Film");
    private static final String V1 = "%FF".repeat(20);
    private static final String V2 = "%00".repeat(20);

    private static final Networks NONE = Networks.parse("", "none");

    private final Tally tally = new Tally();
    private final AdmittedTorrents admitted = Admitting.only(HYBRID);
    private EmbeddedTracker tracker = tracker("");

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void tellsPeersOfEachOther() throws Exception {
        announce(V1, 1, "");
        Response second = announce(V1, 258, "");
        assertEquals(200, second.status());
        assertEquals("text/plain", second.header("content-type"));
        assertEquals(
                "d8:completei0e11:external ip4:\u007f\0\0\u000110:incompletei2e8:intervaliNe"
                        + "12:min intervali60e5:peers6:\u007f\0\0\u0001\0\u0001e",
                second.text().replaceFirst("intervali[0-9]+e12", "intervaliNe12"));
    }

    @Test
    void answersTheTwoInfohashesOfAHybridApartAndCountsTheirPeersOnce() throws Exception {
        announce(V1, 1, "");
        announce(V2, 1, "");
        Response v2 = announce(V2, 2, "&compact=0&no_peer_id=1");
        assertTrue(v2.text().contains("10:incompletei2e"), v2.text());
        assertTrue(v2.text().contains("5:peersld2:ip9:127.0.0.14:porti1eee"), v2.text());
        assertTrue(announce(V1, 3, "&numwant=0").text().contains("10:incompletei3e"));
    }

    @Test
    void refusesAnAnnounceForAnUnadmittedInfohash() throws Exception {
        Response refused = announce("%AA".repeat(20), 1, "");
        assertEquals(200, refused.status());
        assertArrayEquals(Failure.NOT_SERVED.encoded(), refused.body());
    }

    @Test
    void tellsWhyATorrentWasRetiredAndNotToComeBack() throws Exception {
        Admitting.retire(admitted, HYBRID, "Withdrawn.");
        String told = "d14:failure reason10:Withdrawn.8:retry in5:nevere";
        assertEquals(told, announce(V1, 1, "").text());
        assertEquals(told, announce(V2, 1, "").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?info_hash",
                "?info_hash=%FF",
                "?&&&&",
                "?=",
                "?info_hash=%00&left=-1"
            })
    void answersNonsenseWithAFailureReason(String query) throws Exception {
        Response refused = tracker.client().get("/tracker/announce" + query);
        assertEquals(200, refused.status());
        assertTrue(refused.text().startsWith("d14:failure reason"), refused.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"&port=1&info_hash=%f", "&x=%zz", "&x=%"})
    void survivesBrokenEscapesWithoutAStackTrace(String more) throws Exception {
        Response refused = announce(V1, 1, more);
        assertTrue(refused.status() == 200 || refused.status() == 400, "" + refused.status());
        assertFalse(refused.text().contains("Exception"), refused.text());
        assertFalse(refused.text().contains("8:interval"), refused.text());
    }

    @Test
    void takesThePeersAddressFromTheConnectionWhateverItClaims() throws Exception {
        announce(V1, 1, "&ip=10.9.8.7&ipv4=10.9.8.7", "X-Forwarded-For: 10.9.8.7");
        assertTrue(listed(V1).contains("9:127.0.0.1"), listed(V1));
    }

    @Test
    void believesATrustedProxyAsFarAsTheNextHop() throws Exception {
        restart("127.0.0.0/8, 10.0.0.0/8");
        announce(V1, 1, "", "X-Forwarded-For: 6.6.6.6, 192.0.2.44", "X-Forwarded-For: 10.1.1.1");
        assertTrue(listed(V1).contains("10:192.0.2.44"), listed(V1));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.44:61000,192.0.2.44",
        "[2001:db8::7],2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:61000,2001:db8:0:0:0:0:0:7",
        "2001:db8::7,2001:db8:0:0:0:0:0:7",
        "::ffff:192.0.2.44,192.0.2.44",
        "[::ffff:192.0.2.44]:61000,192.0.2.44"
    })
    void understandsEveryFormOfAnAddressThatAProxySends(String sent, String meant)
            throws Exception {
        restart("127.0.0.1");
        Response told = announce(V1, 1, "", "X-Forwarded-Proto: https", "X-Forwarded-For: " + sent);
        assertTrue(told.text().startsWith("d8:complete"), told.text());
        String expected = "2:ip%d:%s4:porti1e".formatted(meant.length(), meant);
        assertTrue(listed(V1).contains(expected), listed(V1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[::1", "unknown", ":", "1.2.3.4:", "", "_secret:99"})
    void survivesWhatIsNoAddress(String sent) throws Exception {
        restart("127.0.0.1");
        Response told = announce(V1, 1, "", "X-Forwarded-For: " + sent);
        assertTrue(told.text().startsWith("d8:complete"), told.text());
    }

    @Test
    void fallsBackToTheLastKnownHopWhenAProxySendsNoAddress() throws Exception {
        restart("127.0.0.1");
        announce(V1, 1, "", "X-Forwarded-For: attacker.example");
        assertTrue(listed(V1).contains("9:127.0.0.1"), listed(V1));
    }

    @Test
    void scrapesWhatIsAdmittedAndLeavesOutTheRest() throws Exception {
        announce(V1, 1, "&event=completed&left=0");
        announce(V1, 2, "");
        String answer = scrape("info_hash=" + V2 + "&info_hash=" + "%AA".repeat(20));
        assertEquals(
                "d5:filesd20:"
                        + "\0".repeat(20)
                        + "d8:completei1e10:downloadedi1e11:downloadersi1e10:incompletei1eeee",
                answer);
    }

    @Test
    void answersAScrapeOfEverythingOnlyWhereTheOperatorWantsIt() throws Exception {
        announce(V1, 1, "");
        tracker.close();
        tracker =
                new EmbeddedTracker(
                        admitted, new Settings(TrustedProxies.parse(""), NONE, NONE, true), tally);
        assertEquals(
                "d5:filesd20:"
                        + "\u00ff".repeat(20)
                        + "d8:completei0e10:downloadedi0e11:downloadersi1e10:incompletei1eeee",
                scrape(""));
    }

    @Test
    void countsWhatItAnswersAndWhatItRefuses() throws Exception {
        announce(V1, 1, "");
        announce(V1, 1, "&event=stopped");
        announce("%AA".repeat(20), 1, "");
        announce(V1, 0, "");
        scrape("info_hash=" + V1);
        scrape("info_hash=" + "%AA".repeat(20));
        scrape("info_hash=1");
        assertEquals(1, tally.announces(Transport.HTTP, Outcome.ANSWERED));
        assertEquals(1, tally.announces(Transport.HTTP, Outcome.STOPPED));
        assertEquals(1, tally.scrapes(Transport.HTTP));
        assertEquals(2, tally.refusals(Transport.HTTP));
        assertEquals(2, tally.malformedOf(Transport.HTTP));
    }

    @Test
    void readsEscapedBytesExactly() throws Exception {
        for (int b = 0; b < 256; b += 15) {
            String hash = "%02x".formatted(b).repeat(20);
            UUID bundle = UUID.randomUUID();
            Admitting.admit(admitted, new Torrent(bundle, new Infohash(hash), null, "x"));
            String told = announce(hash.replaceAll("..", "%$0"), 1, "").text();
            assertTrue(told.startsWith("d8:complete"), hash + told);
        }
    }

    /** Undertow refuses bytes above 127 in a request line before anything of ours sees them. */
    @Test
    void refusesRawBytesThatNoRequestLineMayHold() throws Exception {
        assertEquals(400, announce("\u00ff".repeat(20), 1, "").status());
    }

    /** As libtorrent asks at a literal IPv6 address; no handler ever sees such a request. */
    @Test
    void undertowRefusesAHostFieldWhoseIpv6AddressLacksItsBrackets() throws Exception {
        String request = "GET /tracker/announce HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
        RawClient client = tracker.client();
        String without = client.pipelined(request.formatted("fd77::254:8080"));
        assertTrue(without.startsWith("HTTP/1.1 400 Host Header Bad Characters"), without);
        String with = client.pipelined(request.formatted("[fd77::254]:8080"));
        assertTrue(with.startsWith("HTTP/1.1 200 "), with);
    }

    @Test
    void answersManyOnOneConnectionEachWithItsOwn() throws Exception {
        announce(V1, 258, "");
        String good = "GET /tracker/announce?info_hash=" + V1 + "&peer_id=" + "x".repeat(20);
        String requests =
                (good + "&port=1&left=5&numwant=9 HTTP/1.1\r\nHost: x\r\n\r\n").repeat(500)
                        + good
                        + "&port=0&left=5 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        String answers = tracker.client().pipelined(requests);
        assertEquals(501, answers.split("HTTP/1.1 200", -1).length - 1);
        assertEquals(501, answers.split("Content-Length: ", -1).length - 1);
        assertTrue(answers.endsWith("8:retry in5:nevere"), answers.substring(60_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "info_hash=%AA", "info_hash="})
    void refusesAScrapeOfEverythingOrOfNothing(String query) throws Exception {
        assertTrue(scrape(query).startsWith("d14:failure reason"), scrape(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE"})
    void takesAnnouncesByGetOnly(String method) throws Exception {
        assertEquals(405, tracker.client().send(method, "/tracker/announce").status());
    }

    @Test
    void leavesOtherAddressesToTheServlets() throws Exception {
        assertEquals(404, tracker.client().get("/tracker/other").status());
        assertEquals(404, tracker.client().get("/tracker/announce/more").status());
    }

    private Response announce(String hash, int port, String more, String... headers)
            throws Exception {
        String left = more.contains("left=") ? "" : "&left=7";
        return tracker.client()
                .get(
                        "/tracker/announce?info_hash=%s&peer_id=-XX0001-aaaaaaaaaaaa&port=%d%s%s"
                                .formatted(hash, port, left, more),
                        headers);
    }

    private String listed(String hash) throws Exception {
        return announce(hash, 4321, "&compact=0").text();
    }

    private String scrape(String query) throws Exception {
        return tracker.client().get("/tracker/scrape?" + query).text();
    }

    private void restart(String proxies) {
        tracker.close();
        tracker = tracker(proxies);
    }

    private EmbeddedTracker tracker(String proxies) {
        TrustedProxies trusted = TrustedProxies.parse(proxies);
        return new EmbeddedTracker(admitted, new Settings(trusted, NONE, NONE, false), tally);
    }
}
