package io.seedhouse.packager.packing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Keeps keys out of bundles: looks for an age identity anywhere in a text, however long, and in the
 * first MiB of any other file, which spares reading films twice. Words about identities, as in a
 * guide, are none: the secret itself must follow. A text of two bytes a character, as some editors
 * write it, is searched too.
 *
 * <p>It is there against mistakes. An identity that is compressed, or hidden deep in a film on
 * purpose, is not found.
 */
public final class KeySearch {
    /** Read at once; where that is no text, the search ends with it. */
    private static final int PORTION = 1 << 20;

    /** More than an identity has, so that one across two portions is found. */
    private static final int OVERLAP = 256;

    /** The name of a plugin is bounded, else a text of nothing but beginnings takes hours. */
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "AGE-(SECRET-KEY|PLUGIN)-[0-9A-Z-]{0,64}1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{20}");

    /** Begins the colours of a terminal, which a log may hold. */
    private static final char ESCAPE = 0x1b;

    private KeySearch() {}

    /**
     * @throws PackException when the file holds an identity
     * @throws IOException when it cannot be read
     */
    public static void refuse(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String before = "";
            boolean goOn = true;
            while (goOn) {
                byte[] bytes = in.readNBytes(PORTION);
                String portion = withoutZeros(bytes);
                refuse(file, before + portion);
                goOn = bytes.length == PORTION && isText(portion);
                before = portion.substring(Math.max(0, portion.length() - OVERLAP));
            }
        }
    }

    private static void refuse(Path file, String text) throws PackException {
        if (text.contains("AGE-") && isIn(text)) {
            throw new PackException(
                    file + " holds age identities; keys must never go into a bundle");
        }
    }

    static boolean isIn(CharSequence text) {
        return IDENTITY.matcher(text).find();
    }

    /** Whether at most every other byte was zero, and nothing else controls but breaks lines. */
    private static boolean isText(String portion) {
        return portion.length() >= PORTION / 2 - 1
                && portion.chars().allMatch(c -> c >= ' ' || c >= '\t' && c <= '\r' || c == ESCAPE);
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
