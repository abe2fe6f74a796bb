package io.seedhouse.paygate.keyvault;

import com.google.crypto.tink.Aead;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals and unseals under the vault key. The 16 bytes of the bundle id and the 16 of the file id
 * are the associated data: what was sealed for one file cannot be unsealed as another's.
 */
final class Sealer {
    private final Aead aead;

    Sealer(Aead aead) {
        this.aead = aead;
    }

    byte[] seal(Key key, String secret) {
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.US_ASCII), associated(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault key cannot seal", e);
        }
    }

    /**
     * @throws IllegalStateException when another vault key sealed it, or the row was altered
     */
    String unseal(Key key, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, associated(key)), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The vault key does not open the identity of file %s: put back the key file that belongs to this database."
                            .formatted(key.fileId()),
                    e);
        }
    }

    private static byte[] associated(Key key) {
        return ByteBuffer.allocate(32)
                .putLong(key.bundleId().getMostSignificantBits())
                .putLong(key.bundleId().getLeastSignificantBits())
                .putLong(key.fileId().getMostSignificantBits())
                .putLong(key.fileId().getLeastSignificantBits())
                .array();
    }
}
