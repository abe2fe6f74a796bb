package io.seedhouse.packager.packing;

import io.seedhouse.packager.sealing.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hidden folder with the unfinished work of one bundle, in use by one process at a time. It
 * stays after an interruption or a failure, and goes when all has its final name.
 *
 * <p>The torrent is written last and moved last, so while it lies here the work is complete and
 * only names are missing: whatever was moved already is then taken back, and the work goes on as
 * after any other interruption. What is to be moved is noted before, so that nothing of others that
 * got one of the names since is taken for ours.
 *
 * <p>A folder that is there already is used only when it is this user's alone ({@link Ownership}).
 */
final class PartFolder implements AutoCloseable {
    private final Outputs outputs;
    private final FileChannel lockFile;

    private PartFolder(Outputs outputs, FileChannel lockFile) {
        this.outputs = outputs;
        this.lockFile = lockFile;
    }

    /** Makes or opens it, for this process alone. */
    static PartFolder open(Outputs outputs) throws IOException {
        try {
            Files.createDirectories(outputs.out());
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new PackException(outputs.out() + " is no folder; choose another --out");
        }
        makeFolder(outputs);
        Ownership ownership = Ownership.of(outputs);
        ownership.checkPrivateFolder(outputs.part());
        FileChannel channel = openLock(outputs.part().resolve("lock"), ownership);
        try {
            if (locked(channel)) {
                PartFolder folder = new PartFolder(outputs, channel);
                folder.takeBack();
                folder.check(ownership);
                outputs.refuseExisting();
                return folder;
            }
            throw new PackException(
                    "%s is being packed into %s already; wait for that, or choose another name"
                            .formatted(outputs.name(), outputs.out()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void makeFolder(Outputs outputs) throws IOException {
        try {
            Files.createDirectory(outputs.part(), OwnerOnly.folder(outputs.part()));
        } catch (FileAlreadyExistsException e) {
            // What an earlier run left, it seems; who made it is checked before it is used.
        }
    }

    private static FileChannel openLock(Path lock, Ownership ownership) throws IOException {
        ownership.checkPrivateFile(lock);
        Set<OpenOption> options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(lock, options, OwnerOnly.file(lock));
    }

    private void check(Ownership ownership) throws IOException {
        ownership.checkPrivateFile(keys());
        ownership.checkFolder(bundle());
        ownership.checkFolder(records());
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    private void takeBack() throws IOException {
        if (!Files.exists(torrent())) {
            return;
        }
        takeBack(outputs.folder(), bundle());
        takeBack(outputs.keys(), keys());
        Files.delete(torrent());
    }

    private void takeBack(Path moved, Path home) throws IOException {
        if (Files.exists(moved) && !Files.exists(home) && isNoted(moved, home)) {
            Files.move(moved, home);
        }
    }

    private boolean isNoted(Path moved, Path home) throws IOException {
        return Files.exists(moves())
                && Files.readAllLines(moves()).contains(note(home.getFileName(), moved));
    }

    private void noteMoves() throws IOException {
        StringBuilder notes = new StringBuilder();
        for (Path path : List.of(bundle(), keys())) {
            if (Files.exists(path)) {
                notes.append(note(path.getFileName(), path)).append('\n');
            }
        }
        WholeFile.write(moves(), notes.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A file keeps its identity when it is moved; where the system has none, the name says all. */
    private static String note(Path name, Path file) throws IOException {
        return name + " " + Stamp.of(file).identity();
    }

    private Path moves() {
        return outputs.part().resolve("moves");
    }

    /** What becomes the bundle's folder. */
    Path bundle() {
        return outputs.part().resolve("bundle");
    }

    Path keys() {
        return outputs.part().resolve("keys.txt");
    }

    Path torrent() {
        return outputs.part().resolve("torrent");
    }

    /** Where what is known of a finished file is kept, if need be. */
    Path record(String pathInTorrent) {
        return records().resolve(pathInTorrent + ".txt");
    }

    private Path records() {
        return outputs.part().resolve("records");
    }

    /** The place of a file of the bundle, in a folder that exists. */
    Path place(String pathInTorrent) throws IOException {
        Path target = bundle().resolve(pathInTorrent);
        Files.createDirectories(target.getParent());
        return target;
    }

    /**
     * Deletes from the bundle what an earlier run made and this one has no use for, such as a file
     * where there now must be a folder.
     */
    void keepOnly(Set<String> pathsInTorrent) throws IOException {
        Set<Path> files = new HashSet<>();
        Set<Path> folders = new HashSet<>(Set.of(bundle()));
        for (String path : pathsInTorrent) {
            files.add(bundle().resolve(path));
            for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
                folders.add(bundle().resolve(path.substring(0, at)));
            }
        }
        for (Path path : below(bundle())) {
            boolean usable =
                    Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            ? folders.contains(path)
                            : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                                    && files.contains(path);
            if (!usable) {
                Files.delete(path);
            }
        }
    }

    /** Gives everything its final name, keys first: ciphertext without its key is lost. */
    void moveIntoPlace() throws IOException {
        noteMoves();
        if (Files.exists(keys())) {
            Files.move(keys(), outputs.keys());
        }
        Files.move(bundle(), outputs.folder());
        Files.move(torrent(), outputs.torrent());
        WholeFile.syncFolder(outputs.out());
        for (Path path : below(outputs.part())) {
            Files.delete(path);
        }
    }

    /** Children before their folders. */
    private static List<Path> below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
