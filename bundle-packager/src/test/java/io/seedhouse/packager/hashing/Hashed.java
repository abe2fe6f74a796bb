package io.seedhouse.packager.hashing;

/** Hashes bytes in memory, last piece first and in portions of awkward sizes. */
public final class Hashed {
    private static final int[] PORTIONS = {1, 63, 64, 65, 9_973, 16_384};

    private Hashed() {}

    public static FileHashes of(byte[] data, int pieceLength) {
        FileHasher hasher = new FileHasher(pieceLength, data.length);
        PieceDigest piece = new PieceDigest(pieceLength);
        for (int i = Math.ceilDiv(data.length, pieceLength) - 1; i >= 0; i--) {
            feed(piece, data, i * pieceLength, hasher.pieceSize(i));
            hasher.put(i, piece);
            piece.reset();
        }
        return hasher.finish();
    }

    private static void feed(PieceDigest piece, byte[] data, int from, int length) {
        for (int turn = 0; piece.size() < length; turn++) {
            int count = Math.min(PORTIONS[turn % PORTIONS.length], length - piece.size());
            piece.update(data, from + piece.size(), count);
        }
    }
}
