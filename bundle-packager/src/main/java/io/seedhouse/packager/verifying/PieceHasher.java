package io.seedhouse.packager.verifying;

import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.hashing.MerkleTree;
import io.seedhouse.packager.hashing.PieceDigest;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;

/**
 * Reads pieces and hashes them, v1 and v2 from one reading. For one thread, which needs a few
 * hundred kilobytes: a piece is read in blocks that stay in the core's own cache.
 */
final class PieceHasher implements Closeable {
    private static final int BLOCK = 128 << 10;
    private static final byte[] ZEROS = new byte[64 << 10];

    private final int pieceLength;
    private final Function<TorrentFile, Path> paths;
    private final StretchReader reader = new StretchReader();
    private final byte[] block;
    private final PieceDigest digest;

    /**
     * @param pieceLength bytes of a piece
     * @param paths where a file lies
     */
    PieceHasher(int pieceLength, Function<TorrentFile, Path> paths) {
        this.pieceLength = pieceLength;
        this.paths = paths;
        this.block = new byte[Math.min(BLOCK, pieceLength)];
        this.digest = new PieceDigest(pieceLength);
    }

    /** The SHA-1 over everything in the piece, pads included. */
    byte[] v1(List<Stretch> piece) throws IOException {
        MessageDigest sha1 = Digests.sha1();
        for (Stretch stretch : piece) {
            each(stretch, (bytes, length) -> sha1.update(bytes, 0, length));
        }
        return sha1.digest();
    }

    /** The hash of the v2 node over the piece of one file. */
    byte[] v2(List<Stretch> piece) throws IOException {
        return both(piece).v2();
    }

    /**
     * Both, from one reading; a pad after the content fills up the piece and counts for v1 only.
     */
    Both both(List<Stretch> piece) throws IOException {
        Stretch content = piece.getFirst();
        digest.reset();
        each(content, (bytes, length) -> digest.update(bytes, 0, length));
        byte[] v1 = piece.size() > 1 ? digest.v1Padded() : digest.v1();
        return new Both(v1, digest.v2(width(content)));
    }

    /**
     * A file of one piece or less has a tree no wider than its leaves need; every other piece has a
     * full one.
     */
    private int width(Stretch content) {
        boolean whole = content.file().orElseThrow().length() <= pieceLength;
        int leaves = Math.ceilDiv(content.length(), PieceLength.LEAF);
        return whole ? MerkleTree.nextPowerOfTwo(leaves) : pieceLength / PieceLength.LEAF;
    }

    /** The hashes of a piece of a hybrid torrent. */
    record Both(byte[] v1, byte[] v2) {}

    private interface Sink {
        void take(byte[] bytes, int length);
    }

    private void each(Stretch stretch, Sink sink) throws IOException {
        byte[] source = stretch.file().isPresent() ? block : ZEROS;
        for (int at = 0; at < stretch.length(); at += source.length) {
            int length = Math.min(source.length, stretch.length() - at);
            if (stretch.file().isPresent()) {
                read(stretch.file().get(), stretch.from() + at, length);
            }
            sink.take(source, length);
        }
    }

    private void read(TorrentFile file, long from, int length) throws IOException {
        try {
            reader.read(paths.apply(file), from, block, length);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new ReadFailure(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
