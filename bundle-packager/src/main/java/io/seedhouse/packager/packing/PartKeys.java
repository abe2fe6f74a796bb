package io.seedhouse.packager.packing;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.packager.keys.KeyringException;
import io.seedhouse.packager.sealing.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The identities of a bundle's paid files, one each: those of an interrupted run where a file has
 * one, new ones else. They are on disk, all of them, before the first byte is sealed.
 */
final class PartKeys {
    private static final Pattern COUNT = Pattern.compile("^file \\d+ of \\d+: ");

    private final Map<String, Identity> byName = new HashMap<>();

    private PartKeys() {}

    /**
     * @param title what the keyring is of, for its head
     */
    static PartKeys prepare(Path file, String title, List<Input> inputs) throws IOException {
        PartKeys keys = new PartKeys();
        Map<String, Identity> old = read(file);
        List<String> names = inputs.stream().filter(Input::needsIdentity).map(Input::name).toList();
        List<Keyring.Entry> entries = new ArrayList<>();
        for (String name : names) {
            Identity identity = Objects.requireNonNullElseGet(old.get(name), Identity::generate);
            keys.byName.put(name, identity);
            String remark = "file %d of %d: %s".formatted(entries.size() + 1, names.size(), name);
            entries.add(new Keyring.Entry(remark, identity));
        }
        if (entries.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            write(file, checked(head(title) + new Keyring(entries).text()));
        }
        return keys;
    }

    Identity of(Input input) {
        return Objects.requireNonNull(byName.get(input.name()), input.name());
    }

    private static String head(String title) {
        return "# title: %s\n# Each key opens the file named above it: age -d -i keyring.txt FILE.age\n\n"
                .formatted(title.replaceAll("\\p{Cntrl}", " "));
    }

    private static String checked(String text) throws PackException {
        if (text.getBytes(StandardCharsets.UTF_8).length > Keyring.MAX_BYTES) {
            throw new PackException(
                    "so many paid files have more keys than one keyring holds; make several"
                            + " bundles of them");
        }
        return text;
    }

    private static Map<String, Identity> read(Path file) throws IOException {
        Map<String, Identity> known = new HashMap<>();
        if (Files.exists(file)) {
            try {
                for (Keyring.Entry entry : Keyring.read(file).entries()) {
                    known.put(COUNT.matcher(entry.remark()).replaceFirst(""), entry.identity());
                }
            } catch (KeyringException e) {
                throw new PackException(
                        "%s is damaged; delete %s to start over".formatted(file, file.getParent()));
            }
        }
        return known;
    }

    /** Whole or not at all, and readable for its owner alone from the beginning. */
    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling("keys.part");
        Files.deleteIfExists(part);
        Files.createFile(part, OwnerOnly.file(part));
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.syncFolder(Objects.requireNonNull(file.getParent(), "a file has a folder"));
    }
}
