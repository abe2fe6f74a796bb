package io.seedhouse.publisher.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SameOriginTest {
    private static final String HOST = "films.example:8080";

    @Test
    void believesTheBrowserThatSaysWhereItComesFrom() {
        assertTrue(SameOrigin.ours("same-origin", null, HOST));
        assertTrue(SameOrigin.ours("none", null, HOST));
        assertFalse(SameOrigin.ours("cross-site", "http://" + HOST, HOST));
        assertFalse(SameOrigin.ours("same-site", null, HOST));
    }

    @Test
    void comparesTheOriginOfOlderBrowsersWithTheHost() {
        assertTrue(SameOrigin.ours(null, "http://films.example:8080", HOST));
        assertFalse(SameOrigin.ours(null, "http://evil.example:8080", HOST));
        assertFalse(SameOrigin.ours(null, "http://films.example:9090", HOST));
        assertFalse(SameOrigin.ours(null, "null", HOST));
        assertFalse(SameOrigin.ours(null, "http://[", HOST));
    }

    @Test
    void acceptsClientsThatAreNoBrowsers() {
        assertTrue(SameOrigin.ours(null, null, HOST));
    }
}
