package io.seedhouse.tracker.api;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hash that names a torrent: SHA-1 of the info dictionary for v1 (BEP 3), SHA-256 for v2 (BEP
 * 52).
 *
 * @param hex 40 (v1) or 64 (v2) hexadecimal digits, kept in lower case
 */
public record Infohash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    public Infohash {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "an infohash has 40 or 64 hexadecimal digits, not: " + hex);
        }
    }
}
