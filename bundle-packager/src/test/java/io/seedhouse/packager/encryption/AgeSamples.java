package io.seedhouse.packager.encryption;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Age files for tests, made as the specification says: header, nonce, chunks. */
public final class AgeSamples {
    private AgeSamples() {}

    public static byte[] seal(byte[] clear, String... recipients) {
        AgeHeader header = AgeHeader.forRecipients(List.of(recipients));
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.bytes());
        long chunks = AgeFormat.chunks(clear.length);
        for (int i = 0; i < chunks; i++) {
            int from = i * CHUNK;
            byte[] chunk = Arrays.copyOfRange(clear, from, Math.min(clear.length, from + CHUNK));
            byte[] sealed = new byte[chunk.length + AgeFormat.TAG];
            cipher.seal(i, i == chunks - 1, ByteBuffer.wrap(chunk), 0, chunk.length, sealed, 0);
            out.writeBytes(sealed);
        }
        return out.toByteArray();
    }
}
