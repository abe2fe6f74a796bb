package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the C2SP test kit: lines {@code key: value}, a blank line, and the age file, perhaps
 * compressed. A key that is not known fails, so that a newer kit cannot pass unread.
 */
record KitVector(String name, List<String> lines, byte[] file) {
    private static final Set<String> KEYS =
            Set.of(
                    "expect",
                    "payload",
                    "file key",
                    "identity",
                    "passphrase",
                    "armored",
                    "compressed",
                    "comment");

    static KitVector read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (bytes[at] != '\n') {
            int end = at;
            while (bytes[end] != '\n') {
                end++;
            }
            lines.add(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end + 1;
        }
        byte[] rest = Arrays.copyOfRange(bytes, at + 1, bytes.length);
        KitVector vector = new KitVector(path.getFileName().toString(), lines, rest);
        return vector.checked().inflated();
    }

    private KitVector checked() {
        for (String line : lines) {
            if (!KEYS.contains(line.substring(0, line.indexOf(':')))) {
                throw new IllegalStateException(name + " has a line of an unknown kind: " + line);
            }
        }
        return this;
    }

    private KitVector inflated() throws IOException {
        if (values("compressed").isEmpty()) {
            return this;
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(file))) {
            return new KitVector(name, lines, in.readAllBytes());
        }
    }

    List<String> values(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .toList();
    }

    String expect() {
        return values("expect").getFirst();
    }

    String payload() {
        return values("payload").getFirst();
    }

    List<Identity> identities() {
        return values("identity").stream().map(Identity::parse).toList();
    }

    /** Why we do not open such files, or null when we do. */
    @Nullable String leftOut() {
        if (!values("armored").isEmpty()) {
            return "armored text is";
        }
        if (!values("passphrase").isEmpty()) {
            return "passphrases are";
        }
        return values("identity").stream().anyMatch(text -> text.startsWith("AGE-SECRET-KEY-PQ-1"))
                ? "post-quantum recipients are"
                : null;
    }
}
