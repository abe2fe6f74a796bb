package io.seedhouse.paygate.keyvault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seals and unseals under the keys of one state of the key file. The 16 bytes of the bundle id and
 * the 16 of the file id are the associated data: what was sealed for one file cannot be unsealed as
 * another's.
 */
final class Sealer {
    private final int primary;
    private final Map<Integer, Aead> keys;

    private Sealer(int primary, Map<Integer, Aead> keys) {
        this.primary = primary;
        this.keys = keys;
    }

    /**
     * @param keyset Tink's JSON
     * @throws GeneralSecurityException when it is none, or holds no key that can seal
     */
    static Sealer of(String keyset) throws GeneralSecurityException {
        AeadConfig.register();
        var handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
        var keys = new LinkedHashMap<Integer, Aead>();
        for (int at = 0; at < handle.size(); at++) {
            var builder = KeysetHandle.newBuilder(handle);
            builder.getAt(at).makePrimary();
            keys.put(
                    handle.getAt(at).getId(),
                    builder.build().getPrimitive(RegistryConfiguration.get(), Aead.class));
        }
        return new Sealer(handle.getPrimary().getId(), keys);
    }

    /** The key that the file itself names; it seals while the database names no other. */
    int primary() {
        return primary;
    }

    Set<Integer> ids() {
        return keys.keySet();
    }

    /**
     * @param keyId null where nobody wrote down which key it was
     */
    boolean mayOpen(@Nullable Integer keyId) {
        return keyId == null || keys.containsKey(keyId);
    }

    /**
     * @throws IllegalStateException when the file does not hold this key
     */
    byte[] seal(int keyId, Key key, String secret) {
        try {
            return Optional.ofNullable(keys.get(keyId))
                    .orElseThrow(() -> new IllegalStateException(missing(keyId)))
                    .encrypt(secret.getBytes(StandardCharsets.US_ASCII), associated(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault key cannot seal", e);
        }
    }

    /**
     * @param keyId null where nobody wrote down which key it was
     * @throws IllegalStateException when another vault key sealed it, or the row was altered
     */
    String unseal(@Nullable Integer keyId, Key key, byte[] sealed) {
        if (keyId != null && !mayOpen(keyId)) {
            throw new IllegalStateException(missing(keyId));
        }
        try {
            var any = keys.values().iterator().next();
            return new String(any.decrypt(sealed, associated(key)), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The vault key does not open the identity of file %s: put back the key file that belongs to this database."
                            .formatted(key.fileId()),
                    e);
        }
    }

    /** The sentence for a key that this database uses and this server lacks. */
    static String missing(int keyId) {
        return "This database needs the vault key %s, which the key file does not hold: put back the key file that belongs to this database, or copy it from the server that rotated the keys."
                .formatted(RegisteredKey.name(keyId));
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
