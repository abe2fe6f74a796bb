package io.seedhouse.packager.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 16 random bytes that a header hands to every recipient; the header's MAC and the key of the
 * chunks derive from it (C2SP age, "File key").
 */
record FileKey(byte[] bytes) {
    static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FileKey random() {
        return new FileKey(randomBytes(BYTES));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** HMAC-SHA-256 of the header up to and with its {@code ---}. */
    byte[] mac(byte[] text, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hkdf(bytes, new byte[0], "header"), "HmacSHA256"));
            mac.update(text, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HMAC-SHA-256", e);
        }
    }

    PayloadKey payloadKey(byte[] nonce) {
        return new PayloadKey(hkdf(bytes, nonce, "payload"));
    }

    /** HKDF-SHA-256 (RFC 5869) to 32 bytes. */
    static byte[] hkdf(byte[] secret, byte[] salt, String info) {
        try {
            byte[] label = info.getBytes(StandardCharsets.US_ASCII);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .addSalt(salt)
                                    .thenExpand(label, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF", e);
        }
    }

    @Override
    public String toString() {
        return "FileKey";
    }
}
