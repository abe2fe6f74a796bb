package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.cli.Inspected;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.PieceLayout;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.metainfo.Torrents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What {@link Metainfo} promises of every instance, asked of one. */
final class Soundness {
    private static final Path FOLDER = Path.of("/downloads/torrent");
    private static final int MOST_PIECES = 64;

    /** Reading again and printing take most of the time. */
    private static final int THOROUGH_ONE_IN = 4;

    private final Metainfo torrent;

    private Soundness(Metainfo torrent) {
        this.torrent = torrent;
    }

    /** Fails with an AssertionError that says what is broken. */
    static void check(Metainfo torrent, byte[] input) throws IOException {
        Soundness soundness = new Soundness(torrent);
        soundness.staysInItsFolder();
        soundness.piecesAddUp();
        soundness.hasHashesForEachPiece();
        if (torrent.hashCode() % THOROUGH_ONE_IN == 0) {
            soundness.isWhatWasRead(input);
            soundness.hashesTheInfoDictionary(input);
            soundness.canBeShown();
        }
    }

    private void isWhatWasRead(byte[] input) throws IOException {
        Metainfo again = Metainfo.parse(input);
        require(Arrays.equals(torrent.bytes(), input), "has other bytes");
        require(again.equals(torrent) && again.hashCode() == torrent.hashCode(), "differs");
        require(again.files().equals(torrent.files()), "has other files");
        require(again.details().equals(torrent.details()), "has other details");
        require(again.magnet().equals(torrent.magnet()), "has another magnet link");
    }

    private void hashesTheInfoDictionary(byte[] input) throws IOException {
        byte[] info = Torrents.at(input, "info").encode();
        int limit = input.length - info.length;
        require(
                IntStream.rangeClosed(0, limit)
                        .anyMatch(at ->
                                Arrays.equals(input, at, at + info.length, info, 0, info.length)),
                "has an info dictionary that is not there");
        torrent.infohashV1()
                .ifPresent(hash -> require(Arrays.equals(hash, Digests.sha1().digest(info)), "v1"));
        torrent.infohashV2()
                .ifPresent(
                        hash -> require(Arrays.equals(hash, Digests.sha256().digest(info)), "v2"));
        require(torrent.infohashV1().isPresent() == torrent.version().hasV1(), "no infohash v1");
        require(torrent.infohashV2().isPresent() == torrent.version().hasV2(), "no infohash v2");
    }

    private void staysInItsFolder() {
        require(leadsInto(FOLDER, torrent.name()), "name leads elsewhere");
        Set<Path> paths = new HashSet<>();
        for (TorrentFile file : torrent.files()) {
            require(leadsInto(FOLDER, file.path()), "path leads elsewhere");
            require(paths.add(Path.of(file.path())), "path occurs twice");
            require(file.length() >= 0, "length is negative");
        }
        require(
                paths.stream().noneMatch(path -> isBelowAnother(path, paths)),
                "path is both a file and a folder");
    }

    private static boolean leadsInto(Path folder, String path) {
        Path resolved = folder.resolve(path);
        return resolved.normalize().equals(resolved)
                && resolved.startsWith(folder)
                && !resolved.equals(folder);
    }

    private static boolean isBelowAnother(Path path, Set<Path> paths) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (paths.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private void piecesAddUp() {
        PieceLayout layout = torrent.layout();
        require(layout.length() >= torrent.length() && torrent.length() >= 0, "length overflows");
        require(
                layout.count() == Math.ceilDiv(layout.length(), (long) torrent.pieceLength()),
                "has another number of pieces");
        Map<TorrentFile, Long> covered = new HashMap<>();
        pieces().forEach(index -> checkPiece(index, covered));
        if (layout.count() <= MOST_PIECES) {
            require(
                    torrent.files().stream()
                            .allMatch(file -> covered.getOrDefault(file, 0L) == file.length()),
                    "has bytes that are in no piece");
        }
    }

    private void checkPiece(int index, Map<TorrentFile, Long> covered) {
        PieceLayout layout = torrent.layout();
        int sum = 0;
        for (PieceLayout.Stretch stretch : layout.stretches(index)) {
            require(stretch.length() > 0, "has an empty stretch");
            sum += stretch.length();
            stretch.file()
                    .ifPresent(file -> {
                        require(
                                covered.getOrDefault(file, stretch.from()) == stretch.from(),
                                "has a gap");
                        covered.put(file, stretch.from() + stretch.length());
                        require(covered.get(file) <= file.length(), "reaches beyond the file");
                    });
        }
        require(sum == layout.size(index) && sum <= torrent.pieceLength(), "piece has a hole");
    }

    /** The first and the last of them: there may be millions. */
    private IntStream pieces() {
        int count = torrent.layout().count();
        return IntStream.concat(
                IntStream.range(0, Math.min(count, MOST_PIECES)),
                IntStream.range(Math.max(MOST_PIECES, count - MOST_PIECES), count));
    }

    private void hasHashesForEachPiece() {
        if (torrent.version().hasV1()) {
            pieces().forEach(index -> torrent.matchesV1(index, new byte[20]));
        }
        for (TorrentFile file : torrent.files()) {
            require(
                    file.v2().isPresent() == (torrent.version().hasV2() && file.length() > 0),
                    "lacks the hashes of version 2");
            file.v2()
                    .ifPresent(hashes ->
                            require(
                                    hashes.pieces()
                                                    == Math.ceilDiv(
                                                            file.length(),
                                                            (long) torrent.pieceLength())
                                            && !hashes.matches(hashes.pieces() - 1, new byte[31]),
                                    "has another number of hashes"));
        }
    }

    private void canBeShown() {
        String magnet = torrent.magnet();
        require(magnet.startsWith("magnet:?xt=urn:bt"), "has no magnet link");
        require(magnet.equals(URI.create(magnet).toASCIIString()), "has no magnet link");
        require(Shown.safely(torrent.toString()), "cannot be shown");
        String text = Inspected.text(torrent);
        require(text.lines().allMatch(Shown::safely), "inspected badly");
        String json = Inspected.json(torrent);
        require(Shown.safely(json), "JSON that cannot be shown");
        JsonSyntax.check(json);
    }

    private static void require(boolean sound, String problem) {
        if (!sound) {
            throw new AssertionError("the torrent " + problem);
        }
    }
}
