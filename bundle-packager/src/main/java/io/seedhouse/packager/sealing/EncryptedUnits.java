package io.seedhouse.packager.sealing;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.encryption.ChunkCipher;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The output is an age file, which is written as it is produced.
 *
 * <p>A stretch encrypts every chunk that reaches into it, so the one that straddles two stretches
 * is encrypted in both, and no thread waits for another. It goes in portions of a few chunks that
 * stay in the core's own cache from reading through encryption and hashing to writing.
 */
final class EncryptedUnits implements Units {
    /** Chunks of a portion. */
    private static final int CHUNKS = 2;

    private final InputFile input;
    private final byte[] header;
    private final ChunkCipher cipher;
    private final Output out;
    private final long chunks;

    EncryptedUnits(InputFile input, AgeHeader header, Output out) {
        this.input = input;
        this.header = header.bytes();
        this.cipher = new ChunkCipher(header.payloadKey());
        this.out = out;
        this.chunks = AgeFormat.chunks(input.length());
    }

    @Override
    public long length() {
        return header.length + input.length() + chunks * AgeFormat.TAG;
    }

    @Override
    public Worker worker() {
        return new Encrypting();
    }

    private final class Encrypting implements Worker {
        private final ByteBuffer clear = cipher.buffer(CHUNKS * CHUNK);
        private final byte[] sealed = new byte[header.length + CHUNKS * SEALED_CHUNK];

        @Override
        public long produce(long from, long to, Sink sink) throws IOException {
            long chunk = Math.max(0, (from - header.length) / SEALED_CHUNK);
            for (long at = from; at < to; chunk += CHUNKS) {
                long base = chunk == 0 ? 0 : header.length + chunk * SEALED_CHUNK;
                int end = seal(chunk);
                int offset = (int) (at - base);
                int count = (int) Math.min(end - offset, to - at);
                boolean written = out.writeNow(sealed, offset, count, at);
                sink.accept(sealed, offset, count);
                if (!written) {
                    out.write(sealed, offset, count, at);
                }
                at += count;
            }
            return clearBefore(to) - clearBefore(from);
        }

        /** Seals a portion, led by the header where it is the first; answers its length. */
        private int seal(long first) throws IOException {
            int count = (int) Math.min(clear.capacity(), input.length() - first * CHUNK);
            input.read(first * CHUNK, clear.clear().limit(count));
            int end = 0;
            if (first == 0) {
                System.arraycopy(header, 0, sealed, 0, header.length);
                end = header.length;
            }
            int at = 0;
            for (long chunk = first; chunk < Math.min(first + CHUNKS, chunks); chunk++) {
                int size = Math.min(CHUNK, count - at);
                end += cipher.seal(chunk, chunk == chunks - 1, clear, at, size, sealed, end);
                at += size;
            }
            return end;
        }
    }

    /** Input whose ciphertext ends at or before this place of the output. */
    private long clearBefore(long position) {
        long chunk = Math.max(0, position - header.length) / SEALED_CHUNK;
        return position == length() ? input.length() : chunk * CHUNK;
    }
}
