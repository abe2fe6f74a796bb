package io.seedhouse.packager.packing;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses names that are one on some system: Windows and macOS do not tell letter case apart, and
 * macOS not the ways in which Unicode writes an accent either. It holds for folders too, and a file
 * cannot have a folder's name. Free and paid count together: unlocked files lie side by side. And
 * it holds for what they are called in the bundle, where a paid file's name ends with {@code .age}.
 */
final class NameClash {
    private record Known(String name, boolean isFile, Path source) {}

    private final Map<String, Known> byFolded = new HashMap<>();

    static void check(List<Input> inputs) throws PackException {
        NameClash given = new NameClash();
        NameClash packed = new NameClash();
        for (Input input : inputs) {
            given.claim(input.name(), input.source());
            packed.claim(input.pathInTorrent(), input.source());
        }
    }

    private void claim(String name, Path source) throws PackException {
        for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
            claim(new Known(name.substring(0, at), false, source));
        }
        claim(new Known(name, true, source));
    }

    private void claim(Known claim) throws PackException {
        Known other = byFolded.putIfAbsent(folded(claim.name()), claim);
        if (other == null
                || (!claim.isFile() && !other.isFile() && claim.name().equals(other.name()))) {
            return;
        }
        throw new PackException(
                "%s and %s have the same name%s; rename one of them"
                        .formatted(other.source(), claim.source(), how(claim, other)));
    }

    private static String how(Known claim, Known other) {
        if (claim.name().equals(other.name())) {
            return "";
        }
        boolean sameForm = nfc(claim.name()).equals(nfc(other.name()));
        return sameForm
                ? " where accents are stored in another Unicode form"
                : " where letter case does not count";
    }

    private static String folded(String name) {
        return nfc(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
