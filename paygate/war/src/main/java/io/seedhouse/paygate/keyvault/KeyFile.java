package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key-encryption keys, a Tink keyset in a file of mode 0600. It is made once, at the first
 * start; whoever loses it loses every identity in the vault.
 *
 * <p>It is read again whenever it was changed, by this server or by somebody who copied it here, so
 * that a rotation needs no restart. A changed file that cannot be used is told in the log, and what
 * was read before goes on being used.
 */
final class KeyFile {
    private static final System.Logger LOG = System.getLogger(KeyFile.class.getName());

    private final PrivateFile file;
    private volatile Read read;

    private record Read(PrivateFile.Stamp stamp, Sealer sealer) {}

    private KeyFile(PrivateFile file) throws IOException, GeneralSecurityException {
        this.file = file;
        this.read = new Read(file.stamp(), Sealer.of(file.read()));
    }

    /**
     * Opens the key file, or makes it while the vault is still empty.
     *
     * @throws IllegalStateException when it is missing though identities were sealed with it, when
     *     others may read it, or when it is no key file
     */
    static KeyFile open(PrivateFile file, boolean vaultIsEmpty) {
        try {
            if (!file.exists()) {
                create(file, vaultIsEmpty);
            }
            return new KeyFile(file);
        } catch (IOException e) {
            throw unusable(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s holds no vault key: restore it from its backup.".formatted(file.path()), e);
        }
    }

    private static void create(PrivateFile file, boolean vaultIsEmpty)
            throws IOException, GeneralSecurityException {
        if (!vaultIsEmpty) {
            throw new IllegalStateException(
                    "The vault key %s is missing but this database holds identities sealed with it: restore the file from its backup, or name its place in SEEDHOUSE_KEY_FILE."
                            .formatted(file.path()));
        }
        file.create(Keyset.create());
    }

    Path path() {
        return file.path();
    }

    /** The keys of this moment. */
    Sealer now() {
        var known = read;
        return known.stamp().equals(file.stamp()) ? known.sealer() : readAgain();
    }

    private synchronized Sealer readAgain() {
        var stamp = file.stamp();
        if (!read.stamp().equals(stamp)) {
            read = new Read(stamp, changed());
        }
        return read.sealer();
    }

    private Sealer changed() {
        try {
            return Sealer.of(file.read());
        } catch (IOException | GeneralSecurityException | IllegalStateException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The changed vault key {0} cannot be used, the keys read before still are: {1}",
                    file.path(),
                    e.getMessage());
            return read.sealer();
        }
    }

    /**
     * Adds a key that seals nothing yet. The caller holds the {@link PrivateFile#lock}.
     *
     * @return its id
     */
    int add() {
        change(Keyset::withNewKey);
        return now().ids().stream().reduce((_, last) -> last).orElseThrow();
    }

    /**
     * Removes every other key than this one; they cannot be brought back. The caller holds the
     * lock.
     */
    void keepOnly(int keyId) {
        change(keyset -> Keyset.withOnly(keyId, keyset));
    }

    /**
     * Keeps others from changing the file meanwhile.
     *
     * @throws PrivateFile.Busy when another does so now
     */
    PrivateFile.Lock lock() {
        try {
            return file.lock();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** A change of the keyset's text. */
    private interface Change {
        String apply(String keyset) throws GeneralSecurityException;
    }

    private void change(Change change) {
        try {
            file.replace(change.apply(file.read()));
        } catch (IOException e) {
            throw unusable(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file.path() + " could not be changed", e);
        }
    }

    private static UncheckedIOException unusable(PrivateFile file, IOException e) {
        return new UncheckedIOException(
                "The vault key %s cannot be read or written.".formatted(file.path()), e);
    }
}
