package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.TAG;

import io.seedhouse.packager.keys.Identity;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Objects;

/**
 * An age v1 file on disk, opened for reading anywhere in it.
 *
 * <p>Opening checks the header and authenticates the last chunk, which proves the length (C2SP age,
 * "Payload": without that an attacker could cut a file unnoticed). Every chunk is authenticated
 * when it is read; damage elsewhere in the file is not noticed.
 *
 * <p>Safe for several threads. A thread that is interrupted while it reads closes the file for all,
 * as {@link FileChannel} does.
 */
public final class AgeFile implements Closeable {
    private final FileChannel file;
    private final AgeHeader header;
    private final SealedChunks chunks;
    private final long sealedLength;
    private final long count;

    private AgeFile(FileChannel file, AgeHeader header) throws IOException {
        this.file = file;
        this.header = header;
        this.chunks = new SealedChunks(new ChunkCipher(header.payloadKey()), header.length());
        this.sealedLength = file.size() - header.length();
        this.count = Math.max(1, Math.ceilDiv(sealedLength, (long) SEALED_CHUNK));
    }

    /**
     * Opens a file with any of the identities.
     *
     * @throws AgeException.NotAnAgeFile when the file begins otherwise
     * @throws AgeException.NoIdentityMatches when none of the identities opens it
     * @throws AgeException.Truncated when chunks are missing at its end
     * @throws AgeException.Damaged when the header or the last chunk is not authentic
     * @throws IOException when it cannot be read
     */
    public static AgeFile open(Path path, Collection<Identity> identities) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            AgeFile file = new AgeFile(channel, AgeHeader.open(channel, identities));
            file.checkEnd();
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** When the first chunk fails like the last, then rather the nonce is wrong than both. */
    private void checkEnd() throws IOException {
        byte[] sealed = new byte[SEALED_CHUNK];
        byte[] clear = new byte[CHUNK];
        try {
            chunk(count - 1, sealed, clear);
        } catch (AgeException.Damaged e) {
            chunk(0, sealed, clear);
            throw e;
        }
    }

    /** The first of the identities that opens it. */
    public Identity identity() {
        return Objects.requireNonNull(header.identity());
    }

    /** Bytes of the plain file; proven. */
    public long clearLength() {
        return sealedLength - count * TAG;
    }

    /**
     * Reads plain bytes, each authenticated before it is given. Heap: two chunks, beside {@code
     * into}. When it fails, the content of {@code into} is undefined.
     *
     * @param position where in the plain file, from 0 to {@link #clearLength()}
     * @return how many were read: fewer than {@code length} only where the file ends
     * @throws AgeException.Damaged when a chunk of that range is not authentic
     * @throws AgeException.Truncated when the file has become shorter since it was opened
     */
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (position < 0 || position > clearLength()) {
            throw new IndexOutOfBoundsException(
                    "position %d is outside a file of %d bytes".formatted(position, clearLength()));
        }
        int wanted = (int) Math.min(length, clearLength() - position);
        byte[] sealed = new byte[SEALED_CHUNK];
        byte[] clear = new byte[CHUNK];
        int done = 0;
        while (done < wanted) {
            long at = position + done;
            int skip = (int) (at % CHUNK);
            int part = Math.min(chunk(at / CHUNK, sealed, clear) - skip, wanted - done);
            System.arraycopy(clear, skip, into, offset + done, part);
            done += part;
        }
        return done;
    }

    private int chunk(long number, byte[] sealed, byte[] clear) throws IOException {
        long offset = chunks.offset(number);
        int length = (int) Math.min(SEALED_CHUNK, header.length() + sealedLength - offset);
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 0, length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new AgeException.Truncated(offset + buffer.position());
            }
        }
        return chunks.open(number, number == count - 1, sealed, length, clear);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
