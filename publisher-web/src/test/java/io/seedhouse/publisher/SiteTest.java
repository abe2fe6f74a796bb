package io.seedhouse.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTest {
    @Test
    void namesTheTrackerForBrowsersInATierOfItsOwnBehindTheOthers() {
        assertEquals(
                List.of(
                        List.of(
                                "http://localhost:8080/tracker/announce",
                                "udp://localhost:6969/announce"),
                        List.of("ws://localhost:8080/tracker/ws")),
                TestHome.site().trackerTiers());
    }

    @Test
    void reachesTheTrackerForBrowsersBehindTlsWhereThePlatformIs() {
        Site site = TestHome.site();
        site.baseUrl = "https://http.example/";
        assertEquals(List.of("wss://http.example/tracker/ws"), site.trackerTiers().getLast());
    }
}
