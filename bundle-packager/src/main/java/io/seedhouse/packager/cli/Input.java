package io.seedhouse.packager.cli;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file to pack.
 *
 * @param name its path below {@code free/} or {@code locked/}, with {@code /}: its own name, led by
 *     the folder's where a folder was given
 */
record Input(Path source, Access access, String name, long length) {
    private static final int KEYS_SEARCHED = 64 * 1024;

    String pathInTorrent() {
        return access.pathOf(name);
    }

    /** The files given as free and as paid, folders unfolded; refuses what cannot be packed. */
    static List<Input> gather(List<Path> free, List<Path> paid) throws Fault, IOException {
        List<Input> inputs = new ArrayList<>();
        for (Path path : free) {
            inputs.addAll(unfold(path, Access.FREE));
        }
        for (Path path : paid) {
            inputs.addAll(unfold(path, Access.PAID));
        }
        refuseSameNames(inputs);
        return inputs;
    }

    private static List<Input> unfold(Path given, Access access) throws Fault, IOException {
        if (!Files.exists(given)) {
            throw new Fault(given + " does not exist");
        }
        // The real path has a name even where the given one is "." or ends in "..".
        Path root = given.toRealPath();
        Path parent = Files.isDirectory(given) ? root.getParent() : null;
        List<Input> inputs = new ArrayList<>();
        for (Path file : files(given, parent == null ? given : root)) {
            String name = parent == null ? name(given) : relative(parent, file);
            inputs.add(of(file, access, name));
        }
        return inputs;
    }

    private static List<Path> files(Path given, Path root) throws Fault, IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(path -> !Files.isDirectory(path)).sorted().toList();
            if (files.isEmpty()) {
                throw new Fault(given + " holds no files");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a folder that cannot be read, met on the way
        }
    }

    private static Input of(Path file, Access access, String name) throws Fault, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Fault(file + " is neither a file nor a folder");
        }
        if (holdsIdentity(file)) {
            throw new Fault(file + " holds age identities; keys must never go into a bundle");
        }
        for (String component : name.split("/", -1)) {
            Optional<String> refusal = FileNames.check(component);
            if (refusal.isPresent()) {
                throw new Fault(file + ": " + refusal.get());
            }
        }
        return new Input(file, access, name, Files.size(file));
    }

    /** Also across letter cases, which Windows and macOS do not tell apart. */
    private static void refuseSameNames(List<Input> inputs) throws Fault {
        Map<String, Input> byName = new HashMap<>();
        for (Input input : inputs) {
            Input other = byName.put(input.name().toLowerCase(Locale.ROOT), input);
            if (other != null) {
                throw new Fault(
                        "%s and %s have the same name; rename one of them"
                                .formatted(other.source(), input.source()));
            }
        }
    }

    private static boolean holdsIdentity(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(KEYS_SEARCHED);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.lines().anyMatch(line -> line.strip().startsWith("AGE-SECRET-KEY-"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String relative(Path parent, Path file) {
        List<String> names = new ArrayList<>();
        parent.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
