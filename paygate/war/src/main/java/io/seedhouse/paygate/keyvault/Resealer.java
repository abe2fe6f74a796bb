package io.seedhouse.paygate.keyvault;

import static io.seedhouse.packager.encryption.AgeFormat.CHUNK;
import static io.seedhouse.packager.encryption.AgeFormat.SEALED_CHUNK;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.encryption.ChunkCipher;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.paygate.api.Reseal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Opens a sealed file with its identity and seals it to another one's recipient. Plain bytes are
 * only ever in two buffers of 1 MiB; the identity goes no further.
 */
final class Resealer {
    /** Chunks of a portion. */
    private static final int CHUNKS = 16;

    private final Identity identity;
    private final String recipient;

    Resealer(Identity identity, String recipient) {
        this.identity = identity;
        this.recipient = recipient;
    }

    /**
     * @param target a new file, never written into one that is there: that may be a second name of
     *     somebody's content
     */
    Reseal reseal(Path sealed, Path target, LongPredicate goesOn) throws IOException {
        Files.deleteIfExists(target);
        boolean done = false;
        try (AgeFile in = AgeFile.open(sealed, List.of(identity));
                FileChannel out = create(target)) {
            if (!new Portions(in, out).run(goesOn)) {
                return new Reseal.Stopped();
            }
            out.force(true);
            done = true;
            return new Reseal.Resealed(out.size());
        } catch (AgeException damage) {
            return new Reseal.Damaged(String.valueOf(damage.getMessage()));
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static FileChannel create(Path target) throws IOException {
        return FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** One run over the file, under a file key of its own. */
    private final class Portions {
        private final AgeFile in;
        private final FileChannel out;
        private final AgeHeader header = AgeHeader.forRecipients(List.of(recipient));
        private final ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        private final byte[] clear = new byte[CHUNKS * CHUNK];
        private final ByteBuffer buffer = cipher.buffer(clear.length);
        private final byte[] sealed = new byte[CHUNKS * SEALED_CHUNK];
        private final long chunks;

        Portions(AgeFile in, FileChannel out) {
            this.in = in;
            this.out = out;
            this.chunks = AgeFormat.chunks(in.clearLength());
        }

        /** False when the caller wanted no more. */
        boolean run(LongPredicate goesOn) throws IOException {
            byte[] first = header.bytes();
            write(first, first.length);
            for (long chunk = 0; chunk < chunks; chunk += CHUNKS) {
                int count = in.read(chunk * CHUNK, clear, 0, clear.length);
                buffer.clear().put(clear, 0, count);
                write(sealed, seal(chunk, count));
                if (!goesOn.test(count)) {
                    return false;
                }
            }
            return true;
        }

        /** Seals what is in the buffer; answers its length. */
        private int seal(long first, int count) {
            int end = 0;
            int at = 0;
            for (long chunk = first; chunk < Math.min(first + CHUNKS, chunks); chunk++) {
                int size = Math.min(CHUNK, count - at);
                end += cipher.seal(chunk, chunk == chunks - 1, buffer, at, size, sealed, end);
                at += size;
            }
            return end;
        }

        private void write(byte[] bytes, int length) throws IOException {
            ByteBuffer portion = ByteBuffer.wrap(bytes, 0, length);
            while (portion.hasRemaining()) {
                out.write(portion);
            }
        }
    }
}
