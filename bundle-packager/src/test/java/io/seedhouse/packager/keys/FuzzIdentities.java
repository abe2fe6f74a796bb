package io.seedhouse.packager.keys;

import java.util.Arrays;

/** Two identities that are the same in every run, so that a corpus keeps its meaning. */
public final class FuzzIdentities {
    public static final Identity IDENTITY = identity(1);
    public static final Identity OTHER = identity(2);

    private FuzzIdentities() {}

    private static Identity identity(int fill) {
        byte[] scalar = new byte[KeyText.BYTES];
        Arrays.fill(scalar, (byte) fill);
        return Identity.parse(KeyText.IDENTITY.write(scalar));
    }
}
