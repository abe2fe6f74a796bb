package io.seedhouse.packager.packing;

import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.metainfo.TorrentPaths;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the paths can be read back, asked before hours of work. In a v2 tree every folder is a
 * dictionary in that of its parent, so there is a deepest one; and readers bound all its paths
 * together by the length of the torrent. How long that will be is estimated on the small side.
 */
final class PathLimits {
    /**
     * Above the first name there are torrent, info and tree; below the last what the file is, and
     * what that says, which libtorrent counts too.
     */
    private static final int MOST_NAMES = BencodeReader.MAX_DEPTH - 5;

    private static final int OTHER_BYTES = 130; // a torrent of nothing
    private static final int FILE_BYTES = 40; // its lengths and their names, in both versions
    private static final int NAME_BYTES = 4 + 2; // around it, in the tree and in the list

    private final int pieceLength;
    private final Set<String> folders = new HashSet<>();
    private long paths;
    private long bytes = OTHER_BYTES;

    private PathLimits(int pieceLength) {
        this.pieceLength = pieceLength;
    }

    static void check(List<Input> inputs, int pieceLength, Version version) throws PackException {
        PathLimits limits = new PathLimits(pieceLength);
        for (Input input : inputs) {
            checkLength(input);
            if (version.hasV2()) {
                checkDepth(input);
                limits.add(input);
            }
        }
        if (limits.paths > TorrentPaths.TIMES * limits.bytes) {
            throw new PackException(
                    "the folders lie too deep for their long names; shorten the names, or give"
                            + " --v1-only");
        }
    }

    private static void checkLength(Input input) throws PackException {
        int length = utf8(input.pathInTorrent());
        if (length > TorrentPaths.LONGEST) {
            throw new PackException(
                    "the path of %s has %d bytes in the torrent, and %d are the most; move it up"
                            .formatted(input.source(), length, TorrentPaths.LONGEST));
        }
    }

    private static void checkDepth(Input input) throws PackException {
        int names = input.pathInTorrent().split("/").length;
        if (names > MOST_NAMES) {
            throw new PackException(
                    "%s lies too deep: with the bundle's own, %d folders are the most; move it up,"
                                    .formatted(input.source(), MOST_NAMES - 1)
                            + " or give --v1-only");
        }
    }

    /** The list of v1 has the path alone, the tree of v2 all its folders once. */
    private void add(Input input) {
        String path = input.pathInTorrent();
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            if (folders.add(path.substring(0, end))) {
                paths += end;
                bytes += end - start + NAME_BYTES;
            }
            start = end + 1;
        }
        long pieces = Math.ceilDiv(input.packedLength(), pieceLength);
        paths += 2L * path.length();
        bytes += utf8(path) + path.length() - start + FILE_BYTES + FileHashes.V1_LENGTH * pieces;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
