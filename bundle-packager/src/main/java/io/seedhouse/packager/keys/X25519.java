package io.seedhouse.packager.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;

/** X25519 (RFC 7748) on strings of 32 bytes, by the Java runtime's own implementation. */
final class X25519 {
    private static final byte[] BASE = new byte[KeyText.BYTES];
    private static final SecureRandom RANDOM = new SecureRandom();

    static {
        BASE[0] = 9;
    }

    private X25519() {}

    static byte[] newScalar() {
        byte[] scalar = new byte[KeyText.BYTES];
        RANDOM.nextBytes(scalar);
        return scalar;
    }

    static byte[] publicPoint(byte[] scalar) {
        byte[] point = agree(scalar, BASE);
        if (point == null) {
            throw new IllegalStateException("no multiple of the base point has low order");
        }
        return point;
    }

    /** The shared secret, or null when the point has low order: then it would be all zeros. */
    static byte @Nullable [] agree(byte[] scalar, byte[] point) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(
                    keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            agreement.doPhase(
                    keys.generatePublic(
                            new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(point))),
                    true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks X25519", e);
        }
    }

    /** Little-endian; the highest bit is ignored, as RFC 7748 says. */
    private static BigInteger coordinate(byte[] point) {
        byte[] reversed = new byte[point.length];
        for (int i = 0; i < point.length; i++) {
            reversed[i] = point[point.length - 1 - i];
        }
        reversed[0] &= 0x7f;
        return new BigInteger(1, reversed);
    }
}
