package io.seedhouse.packager.verifying;

import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Compares what a torrent says of a file with what is on disk, piece by piece. Where the lengths
 * differ, only pieces that both have whole can be compared.
 */
final class PieceComparison {
    private final TorrentFile expected;
    private final FileHashes actual;
    private final boolean sameLength;
    private final byte[] sealedPieces;
    private final byte[] foundPieces;
    private final byte[] sealedTree;
    private final byte[] foundTree;

    PieceComparison(TorrentFile expected, FileHashes actual) {
        this.expected = expected;
        this.actual = actual;
        this.sameLength = expected.length() == actual.length();
        this.sealedPieces = expected.hashes().pieces(false);
        this.foundPieces = actual.pieces(expected.padded() && sameLength);
        this.sealedTree = tree(expected.hashes());
        this.foundTree = tree(actual);
    }

    List<Long> damagedOffsets() {
        return LongStream.range(0, comparable())
                .filter(this::differs)
                .map(piece -> piece * actual.pieceLength())
                .boxed()
                .toList();
    }

    private long comparable() {
        long common = Math.min(expected.length(), actual.length());
        long length = actual.pieceLength();
        return sameLength ? Math.ceilDiv(common, length) : common / length;
    }

    private boolean differs(long piece) {
        boolean v1 = differs(sealedPieces, foundPieces, (int) piece, FileHashes.V1_LENGTH);
        // The root of a file of one piece says nothing of a piece of a longer file.
        boolean trees =
                sameLength
                        || sealedTree.length > FileHashes.V2_LENGTH
                                && foundTree.length > FileHashes.V2_LENGTH;
        return v1 || trees && differs(sealedTree, foundTree, (int) piece, FileHashes.V2_LENGTH);
    }

    private static boolean differs(byte[] one, byte[] other, int index, int length) {
        int from = index * length;
        int to = from + length;
        return !Arrays.equals(one, from, to, other, from, to);
    }

    private static byte[] tree(FileHashes hashes) {
        return hashes.layer().length > 0 ? hashes.layer() : hashes.root();
    }
}
