package io.seedhouse.tracker.webseed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.packager.fuzz.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Any path names nothing, or a file below the bundle's folder that has one canonical spelling. */
public final class SeedPathFuzz {
    private static final Memory MEMORY = new Memory(16 << 10, 128);
    private static final Path FOLDER = Path.of("/content");
    private static final String BUNDLE = "6f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/";

    private SeedPathFuzz() {}

    /** Called for each input: as it is, and below a bundle. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String raw = new String(input, ISO_8859_1);
        check(raw);
        check(BUNDLE + raw);
    }

    private static void check(String raw) throws IOException {
        Optional<SeedPath> read = MEMORY.bound(raw.length(), () -> SeedPath.parse(raw));
        if (read.isEmpty()) {
            return;
        }
        SeedPath path = read.get();
        Path folder = FOLDER.resolve(path.bundleId().toString());
        Path file = folder;
        for (String name : path.names()) {
            Path below = file.resolve(name);
            if (name.isEmpty() || !file.equals(below.getParent())) {
                throw new AssertionError("is no single name: " + name);
            }
            file = below;
        }
        if (path.names().isEmpty() || !file.normalize().equals(file) || !file.startsWith(folder)) {
            throw new AssertionError("leads elsewhere: " + file);
        }
        if (!SeedPath.parse(spelled(path)).equals(read)) {
            throw new AssertionError("is read differently when spelled in full: " + raw);
        }
    }

    /** Every byte escaped. */
    private static String spelled(SeedPath path) {
        StringBuilder text = new StringBuilder(path.bundleId().toString());
        for (String name : path.names()) {
            text.append('/');
            for (byte b : name.getBytes(UTF_8)) {
                text.append(String.format("%%%02x", b));
            }
        }
        return text.toString();
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "",
                        "Film",
                        BUNDLE + "Film/free/a%20b.txt",
                        BUNDLE + "Film/.pad/17",
                        "Film/%c3%a9%2B+%5B[",
                        "Film/../a",
                        "Film/%2e%2e/a",
                        "Film/a%2fb",
                        "Film/a%5cb",
                        "Film/%00",
                        "Film/%",
                        "Film/%4",
                        "Film/%ff",
                        "Film/%c0%ae%c0%ae",
                        "1-1-1-1-1/Film",
                        "//",
                        "Film//a",
                        "Film/./a/")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(
                "/", "..", ".", "%2e", "%2F", "%5C", "%00", "%c3%a9", "%", "+", ".pad/", "\\", "-");
    }
}
