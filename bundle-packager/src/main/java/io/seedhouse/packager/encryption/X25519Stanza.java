package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Recipient;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The file key for one recipient (C2SP age, "The X25519 recipient type"): encrypted with a key that
 * derives from the secret that an identity made for this stanza shares with the recipient.
 *
 * @param share the public point of the stanza's own identity
 * @param body the encrypted file key and its tag
 */
record X25519Stanza(byte[] share, byte[] body) {
    static final String TYPE = "X25519";
    static final int SHARE = 32;
    static final int BODY = FileKey.BYTES + AgeFormat.TAG;

    private static final Identity ANY = Identity.generate();

    static X25519Stanza wrap(FileKey key, Recipient recipient) {
        Identity own = Identity.generate();
        byte[] shared = own.agree(recipient.point());
        if (shared == null) {
            throw new IllegalStateException("a recipient's point has no low order");
        }
        byte[] share = own.point();
        byte[] wrapping = wrappingKey(shared, share, recipient.point());
        try {
            return new X25519Stanza(
                    share, cipher(Cipher.ENCRYPT_MODE, wrapping).doFinal(key.bytes()));
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** The two lines of the stanza. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "-> %s %s\n%s\n"
                .formatted(TYPE, base64.encodeToString(share), base64.encodeToString(body));
    }

    /** The file key, or null when the stanza is for somebody else. */
    @Nullable FileKey unwrap(Identity identity) {
        byte[] shared = identity.agree(share);
        if (shared == null) {
            return null;
        }
        byte[] wrapping = wrappingKey(shared, share, identity.point());
        try {
            return new FileKey(cipher(Cipher.DECRYPT_MODE, wrapping).doFinal(body));
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** Whether the share has low order, which no honest writer makes: any identity shows it. */
    boolean lowOrder() {
        return ANY.agree(share) == null;
    }

    private static byte[] wrappingKey(byte[] shared, byte[] share, byte[] recipient) {
        byte[] salt = new byte[2 * SHARE];
        System.arraycopy(share, 0, salt, 0, SHARE);
        System.arraycopy(recipient, 0, salt, SHARE, SHARE);
        return FileKey.hkdf(shared, salt, "age-encryption.org/v1/X25519");
    }

    /** The nonce is zero: the key is used once. */
    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
        return cipher;
    }

    private static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("this Java runtime lacks ChaCha20-Poly1305", e);
    }
}
