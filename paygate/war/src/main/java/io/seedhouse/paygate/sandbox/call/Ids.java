package io.seedhouse.paygate.sandbox.call;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that look like Stripe's and cannot be guessed. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Ids() {}

    /**
     * 192 random bits, because who knows the id of a session can pay it.
     *
     * @param prefix says what the thing is, for instance {@code pi_}
     */
    public static String next(String prefix) {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return prefix + HexFormat.of().formatHex(bits);
    }
}
