package io.seedhouse.packager.sealing;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.hashing.PieceLength;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * Prepares the files of a bundle: each is read once and, in that pass, encrypted, hashed for v1 and
 * v2 and written.
 *
 * <p>The work is cut into units of whole pieces of the output that need nothing of each other, so
 * they run on all cores; an encrypted chunk that straddles two units is simply encrypted in both.
 * Heap: one unit per core (at most 16 MiB each) and 52 bytes a piece.
 *
 * <p>Progress is reported on the calling thread, at least every few MiB, in bytes of input newly
 * done; they add up to the input's length. When the calling thread is interrupted, the work stops
 * within a unit and {@link java.nio.channels.ClosedByInterruptException} is thrown with the
 * thread's interrupt status set. After any failure no target is left behind.
 */
public final class FileSealer {
    private final int pieceLength;

    /**
     * @param pieceLength bytes of a piece, as {@link PieceLength} allows
     */
    public FileSealer(int pieceLength) {
        this.pieceLength = PieceLength.check(pieceLength);
    }

    /**
     * Encrypts a file under a new file key and syncs the result to disk.
     *
     * @param clear what to read
     * @param target what to write; replaced if it exists
     * @param recipient the age X25519 recipient, {@code age1...}
     * @param torrentPath the target's path inside the torrent
     * @throws IllegalArgumentException when the recipient is none
     * @throws IOException naming the file, when it cannot be read or written or changes meanwhile
     */
    public SealedFile encrypt(
            Path clear, Path target, String recipient, String torrentPath, LongConsumer progress)
            throws IOException {
        AgeHeader header = AgeHeader.forRecipient(recipient);
        boolean done = false;
        try (FileChannel in = FileChannel.open(clear, StandardOpenOption.READ);
                FileChannel out = create(target)) {
            InputFile input = new InputFile(clear, in);
            FileHasher hasher = hasher(AgeFormat.encryptedLength(input.length()));
            run(new EncryptedUnits(input, header, out), hasher, progress);
            input.checkUnchanged();
            out.force(true);
            done = true;
            return sealed(torrentPath, hasher, AgeFormat.encryptedLength(input.length()));
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    /**
     * Hashes a file that travels in the clear.
     *
     * @param torrentPath the file's path inside the torrent
     * @throws IOException naming the file, when it cannot be read or changes meanwhile
     */
    public SealedFile hash(Path file, String torrentPath, LongConsumer progress)
            throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            InputFile input = new InputFile(file, in);
            FileHasher hasher = hasher(input.length());
            run(new ClearUnits(input), hasher, progress);
            input.checkUnchanged();
            return sealed(torrentPath, hasher, input.length());
        }
    }

    private void run(Units units, FileHasher hasher, LongConsumer progress) throws IOException {
        new UnitRunner(pieceLength, units, hasher).run(progress);
    }

    private FileHasher hasher(long length) {
        return new FileHasher(pieceLength, length);
    }

    private static SealedFile sealed(String path, FileHasher hasher, long length) {
        return new SealedFile(path, length, hasher.finish());
    }

    private static FileChannel create(Path target) throws IOException {
        return FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }
}
