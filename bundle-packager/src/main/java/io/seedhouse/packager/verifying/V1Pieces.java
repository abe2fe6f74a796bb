package io.seedhouse.packager.verifying;

import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.PieceLayout;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/**
 * Computes the pieces of a torrent of version 1 without pads, over files that are finished: a piece
 * may span files, so none can be known before its neighbours are. The same reading and hashing as
 * that of {@link Verifier}, on all cores.
 */
public final class V1Pieces {
    private final Path folder;
    private final int pieceLength;
    private final PieceLayout layout;

    private V1Pieces(Path folder, int pieceLength, PieceLayout layout) {
        this.folder = folder;
        this.pieceLength = pieceLength;
        this.layout = layout;
    }

    /**
     * The SHA-1 of each piece, concatenated.
     *
     * @param folder below which the files lie
     * @param pieceLength bytes of a piece, a power of two of at least 16 KiB
     * @param lengths bytes of the files by path, in the torrent's order
     * @param progress told the bytes newly read, on the calling thread
     * @throws IOException when a file cannot be read or has another length
     * @throws java.nio.channels.ClosedByInterruptException when the thread is interrupted
     */
    public static byte[] of(
            Path folder, int pieceLength, SortedMap<String, Long> lengths, LongConsumer progress)
            throws IOException {
        List<TorrentFile> files = new ArrayList<>();
        for (Map.Entry<String, Long> file : lengths.entrySet()) {
            requireLength(folder.resolve(file.getKey()), file.getValue());
            files.add(new TorrentFile(file.getKey(), file.getValue(), Set.of(), Optional.empty()));
        }
        PieceLayout layout = PieceLayout.unpadded(PieceLength.check(pieceLength), files);
        return new V1Pieces(folder, pieceLength, layout).hash(progress);
    }

    private static void requireLength(Path file, long expected) throws IOException {
        long actual = Files.size(file);
        if (actual != expected) {
            throw new IOException(
                    "%s has %d bytes instead of %d; it changed after it was sealed"
                            .formatted(file, actual, expected));
        }
    }

    private byte[] hash(LongConsumer progress) throws IOException {
        byte[] pieces = new byte[layout.count() * FileHashes.V1_LENGTH];
        new PieceRunner(layout.count(), pieceLength).run(() -> new Hashing(pieces), progress);
        return pieces;
    }

    /** Puts each hash in its place, which no other thread touches. */
    private final class Hashing implements PieceRunner.Worker {
        private final byte[] pieces;
        private final PieceHasher hasher =
                new PieceHasher(pieceLength, file -> folder.resolve(file.path()));

        Hashing(byte[] pieces) {
            this.pieces = pieces;
        }

        @Override
        public long run(int first, int end) throws IOException {
            long bytes = 0;
            for (int piece = first; piece < end; piece++) {
                byte[] hash = hasher.v1(layout.stretches(piece));
                System.arraycopy(hash, 0, pieces, piece * hash.length, hash.length);
                bytes += layout.size(piece);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            hasher.close();
        }
    }
}
