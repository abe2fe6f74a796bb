package io.seedhouse.packager.aead;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Picks the implementation, once.
 *
 * <p>Java's needs a tenth of a second of work before it is compiled, so a fair measurement of it is
 * dear. Libcrypto is fast from its first call: where it does at least {@link #FAST_ENOUGH}, Java's
 * cannot be much faster and nothing more is measured. Where it does less (built without its
 * assembly), both are warmed up and compared.
 */
final class Choice {
    static final Aead FASTEST = choose(Libcrypto.load());

    /** Bytes a second of one core. */
    private static final double FAST_ENOUGH = 1.5e9;

    private static final int MESSAGE = 64 * 1024;
    private static final int ROUNDS = 8;
    private static final int WARM_UP = 400;

    private Choice() {}

    private static Aead choose(Optional<Libcrypto> found) {
        JavaAead java = new JavaAead();
        try {
            return found.filter(libcrypto -> agree(java, libcrypto) && isFaster(libcrypto, java))
                    .<Aead>map(libcrypto -> libcrypto)
                    .orElse(java);
        } catch (IllegalStateException e) {
            return java; // a libcrypto that has the cipher and refuses to do it
        }
    }

    private static boolean isFaster(Libcrypto libcrypto, JavaAead java) {
        double speed = speed(libcrypto, 0);
        return speed >= FAST_ENOUGH || speed >= speed(java, WARM_UP);
    }

    /** A library that gives other bytes is none of ours. */
    private static boolean agree(Aead one, Aead other) {
        ByteBuffer message = ByteBuffer.allocate(100);
        byte[] first = new byte[message.capacity() + Aead.TAG];
        byte[] second = first.clone();
        one.seal(
                new byte[Aead.KEY], new byte[Aead.NONCE], message, 0, message.capacity(), first, 0);
        other.seal(
                new byte[Aead.KEY],
                new byte[Aead.NONCE],
                message,
                0,
                message.capacity(),
                second,
                0);
        return Arrays.equals(first, second);
    }

    /** The best of a few rounds, since anything may come in between. */
    private static double speed(Aead aead, int warmUp) {
        byte[] key = new byte[Aead.KEY];
        byte[] nonce = new byte[Aead.NONCE];
        ByteBuffer message = aead.buffer(MESSAGE);
        byte[] out = new byte[MESSAGE + Aead.TAG];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < warmUp + ROUNDS; i++) {
            long start = System.nanoTime();
            aead.seal(key, nonce, message, 0, MESSAGE, out, 0);
            best = Math.min(best, System.nanoTime() - start);
        }
        return MESSAGE * 1e9 / best;
    }
}
