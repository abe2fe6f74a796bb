package io.seedhouse.packager.sealing;

import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.encryption.ChunkCipher;
import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Prepares the files of a bundle: each is read once and, in that pass, encrypted or copied, hashed
 * for v1 and v2 and written.
 *
 * <p>The work is cut into units of whole pieces of the output that need nothing of each other, so
 * they run on all cores; an encrypted chunk that straddles two units is simply encrypted in both.
 * Heap: less than a megabyte a core and 52 bytes a piece.
 *
 * <p>Progress is reported on the calling thread, at least every few MiB, in bytes of input newly
 * done; they add up to the input's length. When the calling thread is interrupted, the work stops
 * within a unit and {@link java.nio.channels.ClosedByInterruptException} is thrown with the
 * thread's interrupt status set. After any failure no target of {@code encrypt} is left behind.
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
     * Makes ready for encryption on a thread of its own while the caller still looks at its inputs.
     * Without it, the first file waits for that, a tenth of a second.
     */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("seal-prepare").start(ChunkCipher::prepare);
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
        return encrypt(clear, target, List.of(recipient), torrentPath, progress);
    }

    /**
     * As {@link #encrypt(Path, Path, String, String, LongConsumer)}, for any of several recipients.
     *
     * @param recipients from 1 to {@link AgeHeader#MOST_RECIPIENTS}
     */
    public SealedFile encrypt(
            Path clear,
            Path target,
            List<String> recipients,
            String torrentPath,
            LongConsumer progress)
            throws IOException {
        AgeHeader header = AgeHeader.forRecipients(recipients);
        boolean done = false;
        try (FileChannel in = FileChannel.open(clear, StandardOpenOption.READ);
                FileChannel out = create(target)) {
            SealedFile sealed =
                    seal(new InputFile(clear, in), header, new NewFile(out), torrentPath, progress);
            out.force(true);
            done = true;
            return sealed;
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    /**
     * Begins an encrypted file: header and nonce, with a new file key. {@link #resume} goes on.
     *
     * @param target what to write; replaced if it exists
     * @throws IllegalArgumentException when one of the recipients is none
     */
    public static void begin(Path target, List<String> recipients) throws IOException {
        byte[] header = AgeHeader.forRecipients(recipients).bytes();
        try (FileChannel out = create(target)) {
            new NewFile(out).write(header, 0, header.length, 0);
            out.force(true);
        }
    }

    /**
     * Goes on with a file whose encryption was begun or broken off, under the file key that it has.
     * All of the input is encrypted once more; what was written is compared, all of it, and then
     * what was not is written. The same ciphertext comes out as without the break.
     *
     * <p>The partial file stays after any failure, and as it was when the input has changed.
     *
     * @param partial what {@link #begin} made, or a process that ended left behind
     * @param identity one that opens it
     * @param torrentPath the file's path inside the torrent
     * @throws ChangedInputException when what was written is not of this input; to go on would
     *     encrypt two inputs under one key
     * @throws io.seedhouse.packager.encryption.AgeException when it is not the beginning of an age
     *     file that the identity opens
     */
    public SealedFile resume(
            Path clear, Path partial, Identity identity, String torrentPath, LongConsumer progress)
            throws IOException {
        try (FileChannel in = FileChannel.open(clear, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                partial, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            InputFile input = new InputFile(clear, in);
            AgeHeader header = AgeHeader.open(out, List.of(identity));
            PartialFile file = new PartialFile(clear, out, header.length());
            EncryptedUnits units = new EncryptedUnits(input, header, file);
            if (out.size() > units.length()) {
                throw new ChangedInputException(clear, units.length());
            }
            FileHasher hasher = hasher(units.length());
            new UnitRunner(pieceLength, units, hasher).resume(file, progress);
            input.checkUnchanged();
            out.force(true);
            return sealed(torrentPath, hasher, units.length());
        }
    }

    private SealedFile seal(
            InputFile input,
            AgeHeader header,
            Output out,
            String torrentPath,
            LongConsumer progress)
            throws IOException {
        EncryptedUnits units = new EncryptedUnits(input, header, out);
        FileHasher hasher = hasher(units.length());
        run(units, hasher, progress);
        input.checkUnchanged();
        return sealed(torrentPath, hasher, units.length());
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
            return hash(new InputFile(file, in), Output.NOWHERE, torrentPath, progress);
        }
    }

    /**
     * Copies a file that travels in the clear, hashes it in that pass, and syncs the copy to disk.
     * After a failure a part of the copy may be left.
     *
     * @param target what to write; replaced if it exists
     * @param torrentPath the file's path inside the torrent
     * @throws IOException naming the file, when it cannot be read or written or changes meanwhile
     */
    public SealedFile copy(Path file, Path target, String torrentPath, LongConsumer progress)
            throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = create(target)) {
            SealedFile copied =
                    hash(new InputFile(file, in), new NewFile(out), torrentPath, progress);
            out.force(true);
            return copied;
        }
    }

    private SealedFile hash(InputFile input, Output out, String torrentPath, LongConsumer progress)
            throws IOException {
        FileHasher hasher = hasher(input.length());
        run(new ClearUnits(input, out), hasher, progress);
        input.checkUnchanged();
        return sealed(torrentPath, hasher, input.length());
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
