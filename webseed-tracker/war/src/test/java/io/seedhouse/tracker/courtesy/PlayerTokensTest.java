package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerTokensTest {
    private static final UUID FILM = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static PlayerTokens at(Instant time) {
        return new PlayerTokens(new byte[32], InstantSource.fixed(time));
    }

    private static String token() {
        return at(NOON).issue(FILM, at(NOON).expiry());
    }

    @Test
    void liveForTenMinutes() {
        assertTrue(at(NOON).accepts(FILM, token()));
        assertTrue(at(NOON.plusSeconds(599)).accepts(FILM, token()));
        assertFalse(at(NOON.plusSeconds(600)).accepts(FILM, token()));
    }

    @Test
    void areForOneBundleAndFromOneKey() {
        long high = FILM.getMostSignificantBits();
        long low = FILM.getLeastSignificantBits();
        assertFalse(at(NOON).accepts(new UUID(high, low + 1), token()));
        assertFalse(at(NOON).accepts(new UUID(high + 1, low), token()));
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        PlayerTokens other = new PlayerTokens(otherKey, InstantSource.fixed(NOON));
        assertFalse(other.accepts(FILM, token()));
    }

    @Test
    void breakWhenAnyCharacterIsChanged() {
        String token = token();
        for (int i = 0; i < token.length() - 1; i++) {
            char c = token.charAt(i) == 'A' ? 'B' : 'A';
            assertFalse(at(NOON).accepts(FILM, token.substring(0, i) + c + token.substring(i + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "not a token", "AAAAAAAAAAA", "\u00e9", "%00"})
    void areNothingElse(String text) {
        assertFalse(at(NOON).accepts(FILM, text));
        assertFalse(at(NOON).accepts(FILM, text + "A".repeat(100_000)));
    }

    @Test
    void needNoEscapesInAnAddress() {
        assertTrue(token().matches("[A-Za-z0-9_-]{54}"), token());
    }

    @Test
    void shareAKeyAcrossNodesAndRestarts(@TempDir Path home) throws IOException {
        Path file = home.resolve("keys/seed-tokens.key");
        byte[] key = TokenKey.in(file);
        assertEquals(32, key.length);
        assertArrayEquals(key, TokenKey.in(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
        assertFalse(Arrays.equals(key, TokenKey.in(home.resolve("other.key"))));
    }
}
