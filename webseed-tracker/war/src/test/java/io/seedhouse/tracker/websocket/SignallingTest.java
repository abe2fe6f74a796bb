package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.statistics.Transport;
import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is told what, as seen by clients. */
@Timeout(60)
class SignallingTest extends WebSocketTest {
    @Test
    void answersAnAnnounceWithTheSwarmInNumbers() {
        seeder("seeder");
        Browser leecher = browser("leecher");
        JsonObject answer = leecher.ask(leecher.announce(V1, 7).add("event", "started"));
        assertEquals(
                Set.of("action", "info_hash", "interval", "complete", "incomplete"),
                answer.keySet());
        assertEquals("announce", answer.getString("action"));
        assertEquals(V1, answer.getString("info_hash"));
        assertEquals(1, answer.getInt("complete"));
        assertEquals(1, answer.getInt("incomplete"));
        int interval = answer.getInt("interval");
        assertTrue(interval > 90 && interval < 130, "" + interval);
    }

    @Test
    void countsBrowsersTogetherWithPeersOfOtherDoors() throws Exception {
        tracker.client()
                .get(
                        "/tracker/announce?info_hash="
                                + "%FF".repeat(20)
                                + "&peer_id="
                                + "a".repeat(20)
                                + "&port=1&left=0");
        Browser browser = leecher("browser");
        assertEquals(1, counts(browser, V1).getInt("complete"));
        assertEquals(1, counts(browser, V1).getInt("incomplete"));
        assertTrue(
                tracker.client()
                        .get("/tracker/scrape?info_hash=" + "%FF".repeat(20))
                        .text()
                        .contains("10:incompletei1e"));
    }

    @Test
    void carriesAnOfferToAnotherPeerAndTheAnswerBack() {
        Browser first = leecher("first");
        Browser second = browser("second");
        second.ask(second.offering(V1, 7, "o"));

        JsonObject offer = first.next();
        JsonObject expected =
                Browser.message("announce", V1)
                        .add("peer_id", second.id)
                        .add("offer_id", Browser.offerId("o"))
                        .add("offer", Browser.description("offer", "sdp of o"))
                        .build();
        assertEquals(expected, offer);

        first.say(first.answering(offer));
        assertEquals(
                Browser.message("announce", V1)
                        .add("peer_id", first.id)
                        .add("offer_id", Browser.offerId("o"))
                        .add("answer", Browser.description("answer", "sdp of the answer"))
                        .build(),
                second.next());
        first.hasHeardNothing(V1);
    }

    @Test
    void carriesNothingOfADescriptionButTypeAndSdp() {
        Browser first = leecher("first");
        Browser second = browser("second");
        second.say(
                """
                {"extra":{"a":[1,{"b":2}]},"action":"announce","info_hash":"%s","peer_id":"%s",
                "offers":[{"x":[],"offer":{"type":"offer","sdp":"s","html":"<script>"},
                "offer_id":"%s"}]}\
                """
                        .formatted(V1, second.id, "o".repeat(20)));
        second.next();
        assertEquals(Browser.description("offer", "s"), first.next().getJsonObject("offer"));
    }

    @Test
    void offersNothingToThePeerThatOffers() {
        Browser only = leecher("only");
        only.ask(only.offering(V1, 7, "a", "b"));
        only.hasHeardNothing(V1);
    }

    @Test
    void offersEachToAnotherPeerAndNoPeerTwo() {
        List<Browser> others = IntStream.range(0, 4).mapToObj(i -> leecher("other" + i)).toList();
        Browser offering = browser("offering");
        offering.ask(offering.offering(V1, 7, "a", "b", "c"));
        offering.hasHeardNothing(V1);
        List<String> received =
                others.stream()
                        .flatMap(other -> other.heard(V1).stream())
                        .map(offer -> offer.getString("offer_id"))
                        .toList();
        assertEquals(3, received.size());
        assertEquals(
                Set.of(Browser.offerId("a"), Browser.offerId("b"), Browser.offerId("c")),
                Set.copyOf(received));
    }

    @Test
    void offersNoSeederToASeeder() {
        Browser seeder = seeder("seeder");
        Browser leecher = leecher("leecher");
        Browser another = browser("another");
        another.ask(another.offering(V1, 0, "a", "b", "c"));
        assertTrue(leecher.next().containsKey("offer"));
        seeder.hasHeardNothing(V1);
        Browser late = browser("late");
        late.ask(late.offering(V1, 7, "d", "e", "f"));
        assertTrue(seeder.next().containsKey("offer"));
    }

    @Test
    void offersOnlyToPeersOfTheSameInfohashAndCountsAPeerOfBothOnce() {
        Browser v1 = leecher("v1");
        Browser both = leecher("both");
        both.ask(both.announce(V2, 7));
        Browser v2 = browser("v2");
        JsonObject answer = v2.ask(v2.offering(V2, 7, "a", "b"));
        assertEquals(3, answer.getInt("incomplete"));
        assertEquals(V2, both.next().getString("info_hash"));
        v1.hasHeardNothing(V1);
    }

    @Test
    void carriesNoMoreOffersThanWanted() {
        List<Browser> others = IntStream.range(0, 3).mapToObj(i -> leecher("other" + i)).toList();
        Browser offering = browser("offering");
        offering.ask(offering.offering(V1, 7, "a", "b", "c").add("numwant", 1));
        offering.hasHeardNothing(V1);
        assertEquals(1, others.stream().filter(SignallingTest::wasOffered).count());
    }

    private static boolean wasOffered(Browser browser) {
        return !browser.heard(V1).isEmpty();
    }

    @Test
    void carriesNoOffersAgainWithinHalfAMinute() {
        Browser other = leecher("other");
        Browser hasty = browser("hasty");
        hasty.ask(hasty.offering(V1, 7, "a"));
        other.next();
        assertEquals(2, hasty.ask(hasty.offering(V1, 7, "b")).getInt("incomplete"));
        other.hasHeardNothing(V1);
        assertEquals(1, tally.announces(Transport.WEBSOCKET, Outcome.EARLY));
        millis.addAndGet(30_000);
        hasty.ask(hasty.offering(V1, 7, "c"));
        assertEquals(Browser.offerId("c"), other.next().getString("offer_id"));
    }

    @Test
    void carriesNoAnswerToAnOfferThatWasNotSentHere() {
        Browser victim = leecher("victim");
        Browser offered = leecher("offered");
        victim.ask(victim.offering(V1, 7, "o"));
        JsonObject offer = offered.next();
        Browser stranger = leecher("stranger");
        stranger.say(stranger.answering(offer));
        stranger.hasHeardNothing(V1);
        offered.say(offered.answering(offer).add("to_peer_id", stranger.id));
        offered.say(offered.answering(offer).add("offer_id", "x".repeat(20)));
        offered.say(offered.answering(offer).add("info_hash", V2));
        offered.hasHeardNothing(V1);
        stranger.hasHeardNothing(V1);
        victim.hasHeardNothing(V1);
    }

    @Test
    void carriesOneAnswerToAnOffer() {
        Browser offering = leecher("offering");
        Browser offered = leecher("offered");
        offering.ask(offering.offering(V1, 7, "o"));
        JsonObject offer = offered.next();
        offered.say(offered.answering(offer));
        offered.say(offered.answering(offer));
        offered.hasHeardNothing(V1);
        assertTrue(offering.next().containsKey("answer"));
        offering.hasHeardNothing(V1);
    }

    @Test
    void carriesNoAnswerThatComesTooLate() {
        Browser offering = leecher("offering");
        Browser offered = leecher("offered");
        offering.ask(offering.offering(V1, 7, "o"));
        JsonObject offer = offered.next();
        millis.addAndGet(Peer.OFFER_MILLIS);
        offered.say(offered.answering(offer));
        offered.hasHeardNothing(V1);
        offering.hasHeardNothing(V1);
    }

    @Test
    void forgetsTheEldestOfferWhenThereAreTooMany() {
        Browser offered = leecher("offered");
        List<JsonObject> offers = new ArrayList<>();
        List<Browser> offering = new ArrayList<>();
        for (int i = 0; i <= Peer.MOST_OFFERED; i++) {
            Browser next = browser("offering" + i, "X-Forwarded-For", "192.0.2.1");
            next.ask(next.offering(V1, 0, "o" + i));
            offering.add(next);
            offers.add(offered.next());
        }
        offered.say(offered.answering(offers.getFirst()));
        offered.say(offered.answering(offers.getLast()));
        assertTrue(offering.getLast().next().containsKey("answer"));
        offering.getFirst().hasHeardNothing(V1);
    }

    @Test
    void countsACompletedDownloadOnceForEachConnection() {
        Browser browser = leecher("browser");
        browser.ask(browser.announce(V1, 7).add("event", "completed"));
        assertEquals(0, counts(browser, V1).getInt("downloaded"));
        for (String infohash : List.of(V1, V1, V2)) {
            browser.ask(browser.announce(infohash, 0).add("event", "completed"));
        }
        browser.ask(browser.announce(V1, 0).add("event", "stopped"));
        browser.ask(browser.announce(V2, 0).add("event", "stopped"));
        browser.ask(browser.announce(V1, 0).add("event", "completed"));
        assertEquals(1, counts(browser, V1).getInt("downloaded"));
    }

    @Test
    void movesAPeerFromTheLeechersToTheSeeders() {
        Browser browser = leecher("browser");
        JsonObject answer = browser.ask(browser.announce(V1, 0).add("event", "completed"));
        assertEquals(1, answer.getInt("complete"));
        assertEquals(0, answer.getInt("incomplete"));
    }

    @Test
    void takesAPeerWhoseRemainderIsUnknownForALeecher() {
        Browser browser = browser("browser");
        browser.say(Browser.message("announce", V1).add("peer_id", browser.id));
        assertEquals(1, browser.next().getInt("incomplete"));
        browser.say(Browser.message("announce", V1).add("peer_id", browser.id).addNull("left"));
        assertEquals(1, browser.next().getInt("incomplete"));
    }

    @Test
    void forgetsAPeerThatStops() {
        Browser other = leecher("other");
        Browser browser = leecher("browser");
        JsonObject answer = browser.ask(browser.announce(V1, 7).add("event", "stopped"));
        assertEquals(1, answer.getInt("incomplete"));
        other.ask(other.offering(V1, 7, "o"));
        browser.hasHeardNothing(V1);
        assertEquals(1, tally.announces(Transport.WEBSOCKET, Outcome.STOPPED));
    }

    @Test
    void forgetsAPeerAtOnceWhenItsConnectionEnds() {
        Browser other = leecher("other");
        leecher("browser").close();
        awaitCounts(other, counts -> counts.getInt("incomplete") == 1);
    }

    @Test
    void refusesATorrentThatIsNotAdmitted() {
        Browser browser = browser("browser");
        JsonObject refusal = browser.ask(browser.announce(UNKNOWN, 7));
        assertEquals(
                Browser.message("announce", UNKNOWN)
                        .add("failure reason", Failure.NOT_SERVED.reason())
                        .build(),
                refusal);
        assertEquals(1, tally.refusals(Transport.WEBSOCKET));
        browser.hasHeardNothing(V1);
    }

    @Test
    void sendsPeersHomeWhenTheirTorrentIsRetired() {
        Browser browser = leecher("browser");
        Browser other = leecher("other");
        other.ask(other.offering(V1, 7, "o"));
        JsonObject offer = browser.next();
        Admitting.retire(admitted, FILM, "Withdrawn.");
        browser.say(browser.answering(offer));
        door.round();
        assertEquals("Withdrawn.", browser.next().getString("failure reason"));
        assertEquals("Withdrawn.", other.next().getString("failure reason"));
        assertTrue(other.ask(other.offering(V1, 7, "p")).containsKey("failure reason"));
        assertTrue(browser.ask(Browser.message("scrape", V1)).containsKey("failure reason"));
    }

    @Test
    void scrapesOneOrSeveralAndLeavesOutTheRest() {
        Browser browser = seeder("browser");
        JsonObject one = browser.ask(Browser.message("scrape", V1));
        assertEquals("scrape", one.getString("action"));
        assertEquals(60, one.getJsonObject("flags").getInt("min_request_interval"));
        assertEquals(
                Json.createObjectBuilder()
                        .add("complete", 1)
                        .add("downloaded", 0)
                        .add("incomplete", 0)
                        .build(),
                one.getJsonObject("files").getJsonObject(V1));
        JsonObject several =
                browser.ask(
                        Json.createObjectBuilder()
                                .add("action", "scrape")
                                .add(
                                        "info_hash",
                                        Json.createArrayBuilder().add(V1).add(UNKNOWN).add(V2)));
        assertEquals(Set.of(V1, V2), several.getJsonObject("files").keySet());
        assertEquals(2, tally.scrapes(Transport.WEBSOCKET));
    }

    @Test
    void refusesAScrapeOfEverythingOrOfWhatIsNotAdmitted() {
        Browser browser = browser("browser");
        JsonObject nothing = browser.ask(Json.createObjectBuilder().add("action", "scrape"));
        assertTrue(nothing.getString("failure reason").contains("no list"));
        assertFalse(nothing.containsKey("files"));
        assertTrue(browser.ask(Browser.message("scrape", UNKNOWN)).containsKey("failure reason"));
        assertEquals(2, tally.refusals(Transport.WEBSOCKET));
        assertEquals(0, tally.malformedOf(Transport.WEBSOCKET));
    }

    @Test
    void timesOneMessageInSixtyFour() {
        Browser browser = browser("browser");
        for (int i = 0; i < 65; i++) {
            counts(browser, V1);
        }
        assertEquals(1, tally.latency(Transport.WEBSOCKET).timed());
    }

    @Test
    void carriesAllOffersAtOncePlacedFairly() {
        List<Browser> others = IntStream.range(0, 12).mapToObj(i -> leecher("other" + i)).toList();
        String[] names = IntStream.range(0, 14).mapToObj(i -> "o" + i).toArray(String[]::new);
        Browser offering = browser("offering");
        offering.ask(offering.offering(V1, 7, names));
        offering.hasHeardNothing(V1);
        Set<Browser> offered =
                others.stream().filter(SignallingTest::wasOffered).collect(Collectors.toSet());
        assertEquals(Message.Announce.MOST_OFFERS, offered.size());
    }
}
