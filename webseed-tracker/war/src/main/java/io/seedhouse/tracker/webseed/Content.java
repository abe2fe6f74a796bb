package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.torrent.AdmittedTorrents;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what an address stands for, on disk or made up, and nothing outside a bundle's folder. */
final class Content {
    /** The largest pad served: as large as a piece, and pieces end at 16 MiB. */
    static final int LARGEST_PAD = 16 << 20;

    private static final String SOLD = "locked";
    private static final Pattern PAD_SIZE = Pattern.compile("[1-9]\\d{0,7}");

    private final AdmittedTorrents admitted;
    private final Path folder;

    /**
     * @param folder holds one folder for each bundle
     */
    Content(AdmittedTorrents admitted, Path folder) {
        this.admitted = admitted;
        this.folder = folder;
    }

    /**
     * Looks an address up; may block on the disk.
     *
     * @return empty when there is no such file in an admitted torrent
     * @throws IOException when the disk fails
     */
    Optional<Seed> find(SeedPath path) throws IOException {
        if (!admits(path)) {
            return Optional.empty();
        }
        return isPad(path) ? pad(path) : stored(path);
    }

    /** Whether an address is of an admitted torrent; never waits. */
    boolean admits(SeedPath path) {
        return admitted.torrent(path.bundleId())
                .filter(torrent -> torrent.name().equals(path.torrentName()))
                .isPresent();
    }

    private static boolean isPad(SeedPath path) {
        return path.names().size() == 3 && path.names().get(1).equals(".pad");
    }

    private static Optional<Seed> pad(SeedPath path) {
        return Optional.of(path.names().get(2))
                .filter(size -> PAD_SIZE.matcher(size).matches())
                .map(Long::parseLong)
                .filter(size -> size <= LARGEST_PAD)
                .map(Seed.Pad::new);
    }

    private Optional<Seed> stored(SeedPath path) throws IOException {
        try {
            Path bundle = folder.resolve(path.bundleId().toString()).toRealPath();
            Path file = bundle;
            for (String name : path.names()) {
                file = file.resolve(name);
            }
            if (path.names().size() == 1 && Files.isDirectory(file)) {
                return onlyFileOf(file, bundle);
            }
            return inside(bundle, file.toRealPath());
        } catch (InvalidPathException absent) {
            return Optional.empty();
        } catch (FileSystemException failure) {
            if (Absence.isMeantBy(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Optional<Seed> inside(Path bundle, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return file.startsWith(bundle) && attributes.isRegularFile()
                ? Optional.of(
                        new Seed.StoredFile(
                                file,
                                isSold(bundle.relativize(file)),
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()))
                : Optional.empty();
    }

    /** The file that is meant decides and not the address, which may have left its path out. */
    private static boolean isSold(Path inBundle) {
        return inBundle.getNameCount() > 2 && inBundle.getName(1).toString().equals(SOLD);
    }

    /** Where a torrent is one file in a folder, libtorrent leaves the file's path out. */
    private static Optional<Seed> onlyFileOf(Path torrent, Path bundle) throws IOException {
        try (Stream<Path> walk = Files.walk(torrent)) {
            List<Path> files =
                    walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .limit(2)
                            .toList();
            return files.size() == 1
                    ? inside(bundle, files.getFirst().toRealPath())
                    : Optional.empty();
        }
    }

    /** Of all files below a folder, or of one file; 0 when there is nothing. */
    static long sizeOf(Path torrent) throws IOException {
        if (!Files.exists(torrent)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> walk = Files.walk(torrent)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                BasicFileAttributes file =
                        Files.readAttributes(
                                path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                size += file.isRegularFile() ? file.size() : 0;
            }
        }
        return size;
    }
}
