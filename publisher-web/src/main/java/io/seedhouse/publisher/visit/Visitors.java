package io.seedhouse.publisher.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells who was here before on the same day. What is remembered of somebody is 64 bits of an HMAC
 * under a random key that is made anew each day and never leaves this memory: afterwards not even
 * we can say whose they were. A restart forgets the day, and each node knows its own visitors only.
 */
@ApplicationScoped
class Visitors {
    /** Visitors of one day that are told apart, about 16 MB; more are counted as views only. */
    static final int MOST = 250_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<Long> seen = new HashSet<>();
    private LocalDate day = LocalDate.MIN;
    private SecretKeySpec key = freshKey();

    /**
     * Whether this is the first time today.
     *
     * @param address of the client, or of its household
     */
    synchronized boolean isNew(LocalDate today, UUID bundleId, String address, String agent) {
        if (!today.equals(day)) {
            day = today;
            key = freshKey();
            seen.clear();
        }
        long hash = hash(bundleId + "\n" + address + "\n" + agent);
        return seen.size() < MOST && seen.add(hash);
    }

    private long hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(text.getBytes(UTF_8))).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec freshKey() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SecretKeySpec(bits, ALGORITHM);
    }
}
