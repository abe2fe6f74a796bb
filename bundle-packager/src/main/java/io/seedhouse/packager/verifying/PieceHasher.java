package io.seedhouse.packager.verifying;

import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.MerkleTree;
import io.seedhouse.packager.hashing.PieceSizes;
import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads pieces and hashes them, v1 and v2 from one reading. For one thread, which needs a megabyte
 * whatever the piece length: a piece is read in blocks, and the v2 tree of a piece is built of the
 * trees of its blocks.
 */
final class PieceHasher implements Closeable {
    private static final int BLOCK = 1 << 20;
    private static final byte[] ZEROS = new byte[64 << 10];

    private final int pieceLength;
    private final Function<TorrentFile, Path> paths;
    private final StretchReader reader = new StretchReader();
    private final byte[] block;

    /**
     * @param pieceLength bytes of a piece
     * @param paths where a file lies
     */
    PieceHasher(int pieceLength, Function<TorrentFile, Path> paths) {
        this.pieceLength = pieceLength;
        this.paths = paths;
        this.block = new byte[Math.min(BLOCK, pieceLength)];
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
        Tree tree = new Tree(piece.getFirst());
        each(piece.getFirst(), tree::add);
        return tree.root();
    }

    /** Both, from one reading; a pad in the piece counts for v1 only. */
    Both both(List<Stretch> piece) throws IOException {
        MessageDigest sha1 = Digests.sha1();
        Tree tree = new Tree(piece.getFirst());
        each(
                piece.getFirst(),
                (bytes, length) -> {
                    sha1.update(bytes, 0, length);
                    tree.add(bytes, length);
                });
        for (Stretch pad : piece.subList(1, piece.size())) {
            each(pad, (bytes, length) -> sha1.update(bytes, 0, length));
        }
        return new Both(sha1.digest(), tree.root());
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

    /** Grows the v2 tree of one piece block by block. */
    private final class Tree {
        private final int width;
        private final byte[] nodes;
        private int count;

        /**
         * A file of one piece or less has a tree no wider than its leaves need; every other piece
         * has a full one.
         */
        Tree(Stretch stretch) {
            boolean whole = stretch.file().orElseThrow().length() <= pieceLength;
            int leaves = Math.ceilDiv(stretch.length(), PieceSizes.LEAF);
            int needed = whole ? MerkleTree.nextPowerOfTwo(leaves) : pieceLength / PieceSizes.LEAF;
            this.width = Math.min(needed, block.length / PieceSizes.LEAF);
            this.nodes = new byte[needed / width * FileHashes.V2_LENGTH];
        }

        void add(byte[] bytes, int length) {
            byte[] root = MerkleTree.rootOfBytes(bytes, 0, length, width);
            System.arraycopy(root, 0, nodes, count++ * FileHashes.V2_LENGTH, root.length);
        }

        byte[] root() {
            int span = width * PieceSizes.LEAF;
            int length = nodes.length / FileHashes.V2_LENGTH;
            byte[] built = Arrays.copyOf(nodes, count * FileHashes.V2_LENGTH);
            return MerkleTree.rootOfLayer(built, span, length);
        }
    }
}
