package io.seedhouse.tracker.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapeRequestTest {
    private static final String A = "a".repeat(20);
    private static final String B = "b".repeat(20);

    @Test
    void asksAboutSeveralTorrentsAtOnce() throws Exception {
        ScrapeRequest scrape = ScrapeRequest.parse("info_hash=" + A + "&info_hash=" + B);
        assertEquals(List.of(Parameters.ofLatin1(A), Parameters.ofLatin1(B)), scrape.infohashes());
    }

    @Test
    void refusesToListEverything() {
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse(""));
    }

    @Test
    void refusesTooManyTorrentsAndHalfAnInfohash() {
        String many = ("info_hash=" + A + "&").repeat(ScrapeRequest.MOST + 1);
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse(many));
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse("info_hash=abc"));
    }
}
