package io.seedhouse.packager.packing;

import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether the torrent will be small enough to be read, asked before hours of work: it holds a hash
 * of each piece for each of its versions, and some twenty values for each file. A little is kept
 * for trackers and the like, and estimates err on the large side.
 */
final class Limits {
    private static final int FILE_BYTES = 300; // besides its path, which both versions list
    private static final int FILE_VALUES = 15; // besides the names in its path
    private static final int OTHER_BYTES = 1 << 20;
    private static final int OTHER_VALUES = 10_000;

    private Limits() {}

    static void check(List<Input> inputs, int pieceLength, Version version) throws PackException {
        if (values(inputs) > BencodeReader.MAX_VALUES) {
            throw new PackException(
                    "%d files are more than one torrent can list; make several bundles of them"
                            .formatted(inputs.size()));
        }
        PathLimits.check(inputs, pieceLength, version);
        if (fits(inputs, pieceLength, version)) {
            return;
        }
        int least = pieceLength;
        while (least < PieceLength.GREATEST && !fits(inputs, least, version)) {
            least *= 2;
        }
        if (!fits(inputs, least, version)) {
            throw new PackException(
                    "the files are too large for one torrent; make several bundles of them");
        }
        throw new PackException(
                "with pieces of %d bytes the torrent would be too large to be read; give"
                                .formatted(pieceLength)
                        + " --piece-size %d or more".formatted(least));
    }

    private static long values(List<Input> inputs) {
        long values = OTHER_VALUES;
        for (Input input : inputs) {
            long names = input.pathInTorrent().chars().filter(c -> c == '/').count() + 1;
            values += FILE_VALUES + 2 * names;
        }
        return values;
    }

    private static boolean fits(List<Input> inputs, int pieceLength, Version version) {
        int hashes =
                (version.hasV1() ? FileHashes.V1_LENGTH : 0)
                        + (version.hasV2() ? FileHashes.V2_LENGTH : 0);
        long bytes = OTHER_BYTES;
        for (Input input : inputs) {
            long pieces = Math.ceilDiv(input.packedLength(), pieceLength);
            int path = input.pathInTorrent().getBytes(StandardCharsets.UTF_8).length;
            bytes += hashes * pieces + FILE_BYTES + 4L * path;
        }
        return bytes <= Metainfo.MAX_BYTES;
    }
}
