package io.seedhouse.packager.sealing;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.encryption.ChunkCipher;
import java.io.IOException;

/**
 * The output is an age file, which is written as it is produced.
 *
 * <p>The header (with nonce) is shorter than a chunk, so it is wholly in the first unit. A unit
 * encrypts every chunk that reaches into it, and counts as its input those that begin in it.
 */
final class EncryptedUnits implements Units {
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
    public int slack() {
        return 2 * SEALED_CHUNK;
    }

    @Override
    public long length() {
        return header.length + input.length() + chunks * AgeFormat.TAG;
    }

    @Override
    public Produced produce(long from, long to, byte[] buffer) throws IOException {
        long chunk = Math.max(0, (from - header.length) / SEALED_CHUNK);
        long base = from == 0 ? 0 : header.length + chunk * SEALED_CHUNK;
        int end = from == 0 ? putHeader(buffer) : 0;
        byte[] clear = new byte[CHUNK];
        long inputBytes = 0;
        while (base + end < to) {
            int count = (int) Math.min(CHUNK, input.length() - chunk * CHUNK);
            input.read(chunk * CHUNK, clear, 0, count);
            inputBytes += base + end >= from ? count : 0;
            boolean last = chunk == chunks - 1;
            end += cipher.seal(chunk, last, clear, count, buffer, end);
            chunk++;
        }
        int offset = (int) (from - base);
        out.write(buffer, offset, (int) (to - from), from);
        return new Produced(offset, inputBytes);
    }

    private int putHeader(byte[] buffer) {
        System.arraycopy(header, 0, buffer, 0, header.length);
        return header.length;
    }
}
