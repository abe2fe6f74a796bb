package io.seedhouse.packager.verifying;

import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Checks files on disk against a torrent: every v1 piece and, through the v2 tree, every leaf. A
 * torrent tells no leaves, so damage is located to the piece it lies in.
 */
public final class Verifier {
    private final Metainfo torrent;
    private final FileSealer hashing;

    public Verifier(Metainfo torrent) {
        this.torrent = torrent;
        this.hashing = new FileSealer(torrent.pieceLength());
    }

    /** What is wrong with one file. */
    public sealed interface Fault {
        /** The file's path inside the torrent. */
        String path();

        /** There is no such file. */
        record Missing(String path) implements Fault {}

        /** It has fewer or more bytes than the torrent says. */
        record WrongLength(String path, long expected, long actual) implements Fault {}

        /** Its pieces beginning at these byte offsets of the file are not as sealed. */
        record Damaged(String path, List<Long> offsets) implements Fault {}
    }

    /**
     * Checks all files.
     *
     * @param folder the bundle's folder or its parent
     * @param progress told the bytes newly read
     * @return the faults in the torrent's order; none when all is as sealed. A file of the wrong
     *     length has that fault and, where pieces it does have are damaged, another.
     * @throws IOException when a file cannot be read
     */
    public List<Fault> verify(Path folder, LongConsumer progress) throws IOException {
        Path root = root(folder);
        List<Fault> faults = new ArrayList<>();
        for (TorrentFile file : torrent.files()) {
            Path path = root.resolve(file.path());
            if (!Files.isRegularFile(path)) {
                faults.add(new Fault.Missing(file.path()));
                continue;
            }
            FileHashes actual = hashing.hash(path, file.path(), progress).hashes();
            if (actual.length() != file.length()) {
                faults.add(new Fault.WrongLength(file.path(), file.length(), actual.length()));
            }
            List<Long> offsets = damaged(file, actual);
            if (!offsets.isEmpty()) {
                faults.add(new Fault.Damaged(file.path(), offsets));
            }
        }
        return faults;
    }

    /**
     * Of the folder and the one in it of the torrent's name, that which holds more of the files.
     */
    private Path root(Path folder) {
        Path inside = folder.resolve(torrent.name());
        return torrent.singleFile() || present(inside) < present(folder) ? folder : inside;
    }

    private long present(Path root) {
        return torrent.files().stream()
                .filter(file -> Files.isRegularFile(root.resolve(file.path())))
                .count();
    }

    private static List<Long> damaged(TorrentFile expected, FileHashes actual) {
        return new PieceComparison(expected, actual).damagedOffsets();
    }
}
