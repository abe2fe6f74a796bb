package io.seedhouse.packager.cli.publishing;

import io.seedhouse.packager.hashing.Digests;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is remembered on this machine about one bundle of one server until it is published: notes of
 * which state of which file an upload holds, and ciphertext that is not uploaded yet. Ciphertext
 * for one bundle is of no use to another, whatever their titles: its recipient belongs to the
 * bundle.
 *
 * <p>A note that is lost or torn costs another upload and does no other harm.
 */
record WorkFolder(Path path) {
    static WorkFolder of(Path base, URI server, String bundle) {
        String known = server.getScheme() + "://" + server.getAuthority() + " " + bundle;
        byte[] digest = Digests.sha256().digest(known.getBytes(StandardCharsets.UTF_8));
        return new WorkFolder(base.resolve(HexFormat.of().formatHex(digest)));
    }

    /** Whether there is a note of this name and it says just this. */
    boolean says(String note, String text) throws IOException {
        try {
            return Files.readString(path.resolve(note)).equals(text);
        } catch (NoSuchFileException | java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    boolean has(String note) {
        return Files.exists(path.resolve(note));
    }

    void write(String note, String text) throws IOException {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve(note), text);
        } catch (IOException e) {
            throw new IOException(
                    "what is uploaded cannot be noted in %s; name another folder with --work"
                            .formatted(path),
                    e);
        }
    }

    void forget(String note) throws IOException {
        Files.deleteIfExists(path.resolve(note));
    }

    /** The bundle is published. */
    void delete() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(path)) {
            all = files.toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
        Files.delete(path);
    }
}
