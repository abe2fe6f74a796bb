package io.seedhouse.paygate.keyvault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The text of the key file, a Tink keyset of AES-256-GCM keys, and how it changes. */
final class Keyset {
    private Keyset() {}

    /** One with a new key. */
    static String create() throws GeneralSecurityException {
        AeadConfig.register();
        return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** The same with a new key at its end, which is not primary. */
    static String withNewKey(String keyset) throws GeneralSecurityException {
        AeadConfig.register();
        return text(
                KeysetHandle.newBuilder(parse(keyset))
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId())
                        .build());
    }

    /** The same with no other key than this one. */
    static String withOnly(int keyId, String keyset) throws GeneralSecurityException {
        var handle = parse(keyset);
        var builder = KeysetHandle.newBuilder(handle);
        for (int at = handle.size() - 1; at >= 0; at--) {
            if (handle.getAt(at).getId() == keyId) {
                builder.getAt(at).makePrimary();
            } else {
                builder.deleteAt(at);
            }
        }
        return text(builder.build());
    }

    private static KeysetHandle parse(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }
}
