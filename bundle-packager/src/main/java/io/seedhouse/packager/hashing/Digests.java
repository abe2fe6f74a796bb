package io.seedhouse.packager.hashing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two digests of BitTorrent, which every Java runtime has. */
public final class Digests {
    private Digests() {}

    public static MessageDigest sha1() {
        return digest("SHA-1");
    }

    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks " + name, e);
        }
    }
}
