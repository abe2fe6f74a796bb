package io.seedhouse.packager.packing;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.FileNames;
import io.seedhouse.packager.metainfo.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files to pack among what was given, and refuses what must not or cannot go in. */
public final class Inputs {
    private final Outputs outputs;
    private final Recipients recipients;
    private final List<Input> found = new ArrayList<>();
    private final Set<Path> sources = new HashSet<>();

    private Inputs(Outputs outputs, Recipients recipients) {
        this.outputs = outputs;
        this.recipients = recipients;
    }

    /**
     * The files given as free and as paid, in that order, folders unfolded in order of their names.
     *
     * @throws PackException for what does not exist, links, devices, names that do not travel,
     *     names that are the same somewhere, keys, a folder that holds the outputs, and recipients
     *     of no paid file
     * @throws IOException when something cannot be read
     */
    public static List<Input> find(
            List<Path> free, List<Path> paid, Recipients recipients, Outputs outputs)
            throws IOException {
        Inputs inputs = new Inputs(outputs, recipients);
        for (Path path : free) {
            inputs.unfold(path, Access.FREE);
        }
        for (Path path : paid) {
            inputs.unfold(path, Access.PAID);
        }
        NameClash.check(inputs.found);
        recipients.refuseUnused(inputs.found);
        return List.copyOf(inputs.found);
    }

    private void unfold(Path given, Access access) throws IOException {
        if (!Files.exists(given, LinkOption.NOFOLLOW_LINKS)) {
            throw new PackException(given + " does not exist");
        }
        refuseLink(given);
        // The real path has a name even where the given one is "." or ends in "..".
        Path root = given.toRealPath();
        if (!Files.isDirectory(root)) {
            add(given, access, root.getFileName().toString());
            return;
        }
        refuseOutputsInside(root, given);
        Path parent = root.getParent() == null ? root : root.getParent();
        for (Path file : files(given, root)) {
            add(file, access, relative(parent, file));
        }
    }

    private static List<Path> files(Path given, Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files =
                    walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new PackException(given + " holds no files");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a folder that cannot be read, met on the way
        }
    }

    private void add(Path file, Access access, String name) throws IOException {
        refuseLink(file);
        if (!Files.isRegularFile(file)) {
            throw new PackException(
                    file + " is a pipe, socket or device; only files and folders can be packed");
        }
        for (String component : name.split("/", -1)) {
            Optional<String> refusal = FileNames.check(component);
            if (refusal.isPresent()) {
                throw new PackException(file + ": " + refusal.get());
            }
        }
        if (!sources.add(file.toRealPath())) {
            throw new PackException(file + " is given twice; give each file once, free or paid");
        }
        KeySearch.refuse(file);
        List<String> whom = access == Access.PAID ? recipients.of(file) : List.of();
        found.add(new Input(file, access, name, Stamp.of(file), attributes(file, access), whom));
    }

    /** A program that is encrypted cannot be run. */
    private static Set<Attribute> attributes(Path file, Access access) throws IOException {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        if (Files.isHidden(file)) {
            attributes.add(Attribute.HIDDEN);
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (access == Access.FREE
                && posix
                && Files.getPosixFilePermissions(file).contains(OWNER_EXECUTE)) {
            attributes.add(Attribute.EXECUTABLE);
        }
        return attributes;
    }

    private static void refuseLink(Path path) throws PackException {
        if (Files.isSymbolicLink(path)) {
            throw new PackException(
                    path
                            + " is a symbolic link, which other systems cannot store; give the file"
                            + " or folder that it points to");
        }
    }

    private void refuseOutputsInside(Path root, Path given) throws IOException {
        Path out = outputs.out().toAbsolutePath().normalize();
        while (!Files.exists(out) && out.getParent() != null) {
            out = out.getParent();
        }
        if (out.toRealPath().startsWith(root)) {
            throw new PackException(
                    "the output folder %s lies inside %s, which is to be packed; choose another"
                                    .formatted(outputs.out(), given)
                            + " --out");
        }
    }

    private static String relative(Path parent, Path file) {
        List<String> names = new ArrayList<>();
        parent.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
