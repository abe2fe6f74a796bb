package io.seedhouse.packager.verifying;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.Hashed;
import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces that begin where 32 bits do not reach, in a file of 120 GB that is mostly a hole. */
class FarEndTest {
    private static final int PIECE = 1 << 20;
    private static final long PIECES = 114_441;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {5_000, 100_000, PIECES - 1})
    void hashesAPiece(long piece) throws IOException {
        Path path = folder.resolve("film");
        long from = piece * PIECE;
        byte[] content = Samples.bytes(PIECE);
        try (FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(content), from);
        }
        TorrentFile film = new TorrentFile("film", PIECES * PIECE, Set.of(), Optional.empty());
        FileHashes expected = Hashed.of(content, PIECE);

        try (PieceHasher hasher = new PieceHasher(PIECE, file -> path)) {
            PieceHasher.Both found =
                    hasher.both(List.of(new Stretch(Optional.of(film), from, PIECE)));
            assertArrayEquals(expected.pieces(false), found.v1());
            assertArrayEquals(expected.root(), found.v2());
        }
    }
}
