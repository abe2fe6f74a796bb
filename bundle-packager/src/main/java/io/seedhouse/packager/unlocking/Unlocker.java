package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.encryption.Identity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Decrypts the files of a bundle that a keyring opens.
 *
 * <p>A plain file appears under its name only when all of it was authenticated and synced; until
 * then it is a hidden {@code .part} file beside it. Nothing existing is overwritten.
 */
public final class Unlocker {
    private static final String SUFFIX = ".age";

    private final AgeReader reader;

    public Unlocker(Collection<Identity> identities) {
        this.reader = new AgeReader(identities);
    }

    /** What became of one encrypted file. */
    public sealed interface Outcome {
        /** The encrypted file. */
        Path source();

        /** Decrypted to {@code target}. */
        record Unlocked(Path source, Path target) implements Outcome {}

        /** Whole as far as can be seen, but for other identities. */
        record NoIdentity(Path source) implements Outcome {}

        /** Not decrypted; the cause says why, and nothing was left in the output folder. */
        record Failed(Path source, IOException cause) implements Outcome {}
    }

    /**
     * Unlocks a file, or every {@code *.age} file in a folder and below.
     *
     * <p>A file from {@code locked/} keeps its path below that folder; any other keeps its path
     * below {@code path}. One failure does not keep the others from being unlocked.
     *
     * @param out the folder for the plain files, made when the first is unlocked
     * @param each told each outcome as it happens
     * @param progress told the plain bytes newly written
     */
    public void unlock(Path path, Path out, Consumer<Outcome> each, LongConsumer progress) {
        try {
            for (LockedFile file : LockedFile.below(path, SUFFIX)) {
                each.accept(unlockOne(file.source(), out.resolve(file.plainPath()), progress));
            }
        } catch (IOException e) {
            each.accept(new Outcome.Failed(path, e));
        }
    }

    private Outcome unlockOne(Path source, Path target, LongConsumer progress) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
                InputStream clear = reader.open(in)) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            PartFile.write(target, clear, progress);
            return new Outcome.Unlocked(source, target);
        } catch (AgeException.NoIdentityMatches e) {
            return new Outcome.NoIdentity(source);
        } catch (IOException e) {
            return new Outcome.Failed(source, e);
        }
    }
}
