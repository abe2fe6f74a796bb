package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts the files of a bundle that a keyring opens.
 *
 * <p>Before anything is written, a file's header and last chunk are authenticated. A plain file
 * appears under its name only when all of it was authenticated and synced; until then it is a
 * hidden file {@code .NAME.seedhouse-part} beside it. An interruption leaves that file, and the
 * next run goes on with whatever of it is right, and knows the files that were finished. Nothing
 * existing is overwritten.
 */
public final class Unlocker {
    private final List<Identity> identities;

    public Unlocker(Collection<Identity> identities) {
        this.identities = List.copyOf(identities);
    }

    /** What became of one encrypted file. */
    public sealed interface Outcome {
        /** The encrypted file. */
        Path source();

        /** Decrypted to {@code target}. */
        record Unlocked(Path source, Path target) implements Outcome {}

        /** {@code target} was there already and is, byte for byte, what it decrypts to. */
        record AlreadyUnlocked(Path source, Path target) implements Outcome {}

        /** None of the identities opens it; the cause says what that can mean. */
        record NoIdentity(Path source, AgeException cause) implements Outcome {}

        /**
         * Not decrypted; the cause says why.
         *
         * @param part the hidden file that the next run goes on with; null when there is none, as
         *     always when the encrypted file is damaged
         */
        record Failed(Path source, IOException cause, @Nullable Path part) implements Outcome {}
    }

    /**
     * Looks at files, and at every {@code *.age} file in folders and below, without writing.
     *
     * <p>A file from {@code locked/} keeps its path below that folder; any other keeps its path
     * below the folder that was named.
     *
     * @param out the folder for the plain files, made when the first is unlocked
     */
    public UnlockPlan plan(Collection<Path> paths, Path out) {
        return new UnlockPlan(identities, paths, out);
    }

    /** Unlocks a file, or all in a folder and below: {@link #plan} and {@link UnlockPlan#run}. */
    public void unlock(Path path, Path out, Consumer<Outcome> each, LongConsumer progress) {
        plan(List.of(path), out).run(each, progress);
    }
}
