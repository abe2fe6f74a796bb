package io.seedhouse.paygate.keyvault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.seedhouse.paygate.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;

/**
 * The key-encryption key, a Tink keyset in a file of mode 0600. It is made once, at the first
 * start; whoever loses it loses every identity in the vault.
 */
final class VaultKey {
    private VaultKey() {}

    /**
     * Opens the key file, or makes it while the vault is still empty.
     *
     * @throws IllegalStateException when it is missing though identities were sealed with it, when
     *     others may read it, or when it is no key file
     */
    static Sealer open(PrivateFile file, boolean vaultIsEmpty) {
        try {
            if (!file.exists()) {
                create(file, vaultIsEmpty);
            }
            var keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            file.read(), InsecureSecretKeyAccess.get());
            AeadConfig.register();
            return new Sealer(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The vault key %s cannot be read or written.".formatted(file.path()), e);
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
        AeadConfig.register();
        var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        file.create(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }
}
