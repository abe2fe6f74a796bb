package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeRequestTest {
    private static final String A = "a".repeat(20);
    private static final String B = "b".repeat(20);

    @Test
    void asksAboutSeveralTorrentsAtOnce() throws Exception {
        ScrapeRequest scrape = ScrapeRequest.parse("info_hash=" + A + "&info_hash=" + B);
        assertEquals(List.of(hash(A), hash(B)), scrape.infohashes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "passkey=1"})
    void asksAboutEverythingWhenItNamesNothing(String query) throws Exception {
        assertEquals(List.of(), ScrapeRequest.parse(query).infohashes());
    }

    @Test
    void refusesTooManyTorrentsAndHalfAnInfohash() {
        String many = ("info_hash=" + A + "&").repeat(ScrapeRequest.MOST + 1);
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse(many));
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse("info_hash="));
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse("x=%f"));
        assertThrows(MalformedRequest.class, () -> ScrapeRequest.parse("info_hash=abc"));
    }

    private static WireInfohash hash(String text) {
        return WireInfohash.of(text.getBytes(ISO_8859_1));
    }
}
