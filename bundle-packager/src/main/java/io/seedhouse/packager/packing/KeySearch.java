package io.seedhouse.packager.packing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Keeps keys out of bundles: looks for an age identity anywhere in the first MiB of a file, which
 * is all of any keyring. Words about identities, as in a guide, are none: the secret itself must
 * follow. A text of two bytes a character, as some editors write it, is searched too.
 */
public final class KeySearch {
    private static final int SEARCHED = 1 << 20;
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "AGE-(SECRET-KEY|PLUGIN)-[0-9A-Z-]*1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{20}");

    private KeySearch() {}

    /**
     * @throws PackException when the file holds an identity
     * @throws IOException when it cannot be read
     */
    public static void refuse(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(SEARCHED);
        }
        String text = withoutZeros(start);
        if (text.contains("AGE-") && IDENTITY.matcher(text).find()) {
            throw new PackException(
                    file + " holds age identities; keys must never go into a bundle");
        }
    }

    private static String withoutZeros(byte[] bytes) {
        int end = 0;
        for (byte b : bytes) {
            if (b != 0) {
                bytes[end++] = b;
            }
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
}
