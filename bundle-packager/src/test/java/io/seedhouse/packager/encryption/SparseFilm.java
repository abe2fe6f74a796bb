package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.TAG;

import io.seedhouse.packager.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * An age file of more than 100 GB of which only a few chunks exist, beyond 4 GiB, beyond 100 GB and
 * at the end; the rest is a hole that no key opens.
 */
public record SparseFilm(Path path, long length, List<Long> written) {
    /** Plain bytes; the last chunk is not full. */
    public static final long LENGTH = 120_000_000_000L;

    public static SparseFilm create(Path path, String recipient) throws IOException {
        return create(path, recipient, LENGTH);
    }

    /** One of another length. */
    public static SparseFilm create(Path path, String recipient, long length) throws IOException {
        long beyond4Gib = (1L << 32) / CHUNK + 1;
        long beyond100Gb = 100_000_000_000L / CHUNK + 1;
        SparseFilm film =
                new SparseFilm(path, length, List.of(0L, beyond4Gib, beyond100Gb, length / CHUNK));
        AgeHeader header = AgeHeader.forRecipients(List.of(recipient));
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        try (FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(header.bytes()), 0);
            for (long chunk : film.written) {
                byte[] clear = film.clear(chunk);
                byte[] sealed = new byte[clear.length + TAG];
                cipher.seal(
                        chunk,
                        film.isLast(chunk),
                        ByteBuffer.wrap(clear),
                        0,
                        clear.length,
                        sealed,
                        0);
                file.write(ByteBuffer.wrap(sealed), header.length() + chunk * SEALED_CHUNK);
            }
        }
        return film;
    }

    /** The plain bytes of a chunk that was written. */
    public byte[] clear(long chunk) {
        byte[] bytes = Samples.bytes(CHUNK);
        bytes[0] = (byte) written.indexOf(chunk);
        return isLast(chunk) ? Arrays.copyOf(bytes, (int) (length % CHUNK)) : bytes;
    }

    private boolean isLast(long chunk) {
        return chunk == length / CHUNK;
    }
}
