package io.seedhouse.publisher.visit;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.TestBundles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitsTest {
    private static final String GERMAN = "131.188.12.211";
    private static final String SPANISH = "80.58.61.250";
    private static final String PROXY = TestVisits.PROXY;

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = database.publisher();
    private final Bundle bundle =
            database.inTransaction(em -> TestBundles.published(em, ann, "Tide"));
    private final Visits visits = TestVisits.of(TestVisits.nobody(), Optional.empty());

    @Test
    void countsEachViewAndEachVisitorOnceADay() {
        TestVisit visit = TestVisit.from(GERMAN);
        look(visit);
        look(visit);
        look(visit.with("User-Agent", TestVisit.FIREFOX + " other"));
        look(TestVisit.from(SPANISH));
        assertEquals(Map.of("VIEW", 4L, "VISIT", 3L, "COUNTRY DE", 2L, "COUNTRY ES", 1L), all());
    }

    @Test
    void countsAVisitorAgainOnTheNextDay() {
        look(TestVisit.from(GERMAN));
        visits.clock = InstantSource.fixed(Instant.parse("2027-03-02T00:00:00Z"));
        look(TestVisit.from(GERMAN));
        assertEquals(
                2,
                visits.tally.take().keySet().stream().filter(c -> c.kind() == Kind.VISIT).count());
    }

    @Test
    void countsNoVisitOfItsPublisher() {
        Visits own = TestVisits.of(TestPublisher.signedIn(ann), Optional.empty());
        own.page(bundle, TestVisit.from(GERMAN).request());
        own.torrent(bundle, TestVisit.from(GERMAN).request());
        own.magnet(bundle, TestVisit.from(GERMAN).request());
        assertEquals(Map.of(), all(own));
        Visits other =
                TestVisits.of(TestPublisher.signedIn(database.publisher()), Optional.empty());
        other.page(bundle, TestVisit.from(GERMAN).request());
        assertFalse(all(other).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
                "Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/141.0",
                "curl/8.5.0",
                "python-requests/2.32",
                "Java-http-client/25",
                " ",
            })
    void countsNoProgram(String agent) {
        look(TestVisit.from(GERMAN).with("User-Agent", agent));
        assertEquals(Map.of(), all());
    }

    @Test
    void countsNeitherHeadNorWhatABrowserFetchesAhead() {
        look(TestVisit.from(GERMAN).by("HEAD"));
        look(TestVisit.from(GERMAN).with("Sec-Purpose", "prefetch;prerender"));
        look(TestVisit.from(GERMAN).with("Purpose", "prefetch"));
        look(TestVisit.from(GERMAN).with("X-Moz", "prefetch"));
        assertEquals(Map.of(), all());
    }

    @Test
    void countsFilesThatToolsFetchForPeopleAndNoneForCrawlers() {
        visits.torrent(bundle, TestVisit.from(GERMAN).with("User-Agent", "aria2/1.37").request());
        visits.torrent(bundle, TestVisit.from(GERMAN).by("HEAD").request());
        visits.torrent(bundle, TestVisit.from(GERMAN).with("User-Agent", "Googlebot/2").request());
        visits.magnet(bundle, TestVisit.from(GERMAN).with("User-Agent", "curl/8").request());
        assertEquals(Map.of("TORRENT", 1L, "MAGNET", 1L), all());
    }

    @Test
    void keepsTheHostOfAnotherSiteAndNothingElseOfItsAddress() {
        TestVisit visit = TestVisit.from(GERMAN);
        look(visit.with("Referer", "https://www.Blog.example/private/page?token=secret#x"));
        look(visit.with("Referer", "https://blog.example/"));
        look(visit.with("Referer", "https://films.example/b/other"));
        look(visit.with("Referer", "http://localhost:8080/"));
        look(visit.with("Referer", "not an address"));
        Map<String, Long> all = all();
        assertEquals(2L, all.get("REFERRER blog.example"));
        assertEquals(1, all.keySet().stream().filter(k -> k.startsWith("REFERRER")).count());
    }

    @Test
    void believesACountryOfAProxyOfOurs() {
        Visits behind = TestVisits.of(TestVisits.nobody(), Optional.of("CF-IPCountry"));
        TestVisit visit = TestVisit.from(PROXY).with("X-Forwarded-For", GERMAN);
        behind.page(bundle, visit.with("cf-ipcountry", "mx").request());
        assertEquals(1L, all(behind).get("COUNTRY MX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "T1", "Mexico", "<b>", ""})
    void looksUpWhatAProxyDoesNotKnow(String said) {
        Visits behind = TestVisits.of(TestVisits.nobody(), Optional.of("CF-IPCountry"));
        TestVisit visit = TestVisit.from(PROXY).with("X-Forwarded-For", GERMAN);
        behind.page(bundle, visit.with("CF-IPCountry", said).request());
        assertEquals(1L, all(behind).get("COUNTRY DE"));
    }

    @Test
    void believesNoCountryThatAClientClaims() {
        Visits behind = TestVisits.of(TestVisits.nobody(), Optional.of("CF-IPCountry"));
        behind.page(bundle, TestVisit.from(GERMAN).with("CF-IPCountry", "MX").request());
        Visits unconfigured = TestVisits.of(TestVisits.nobody(), Optional.empty());
        TestVisit visit = TestVisit.from(PROXY).with("X-Forwarded-For", GERMAN);
        unconfigured.page(bundle, visit.with("CF-IPCountry", "MX").request());
        assertEquals(1L, all(behind).get("COUNTRY DE"));
        assertEquals(1L, all(unconfigured).get("COUNTRY DE"));
    }

    private void look(TestVisit visit) {
        visits.page(bundle, visit.request());
    }

    private Map<String, Long> all() {
        return all(visits);
    }

    private static Map<String, Long> all(Visits of) {
        return of.tally.take().entrySet().stream()
                .collect(
                        toMap(
                                e -> (e.getKey().kind() + " " + e.getKey().name()).strip(),
                                Map.Entry::getValue,
                                Long::sum));
    }
}
