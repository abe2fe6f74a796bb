package io.seedhouse.tracker.courtesy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks the requests of browser players. A token is base64url of eight bytes, the second it expires
 * at, and 32 bytes, the HMAC-SHA256 over {@code seedhouse player}, the bundle's id and that second.
 * It lifts the courtesy limit for one bundle and nothing else, so it is no secret worth much, and
 * an address may carry it.
 */
public final class PlayerTokens {
    /** As long as anything in an address may open anything. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final byte[] PURPOSE = "seedhouse player".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 8 + 32;

    private final SecretKeySpec key;
    private final InstantSource clock;

    /**
     * @param key 32 random bytes
     */
    public PlayerTokens(byte[] key, InstantSource clock) {
        if (key.length != 32) {
            throw new IllegalArgumentException(
                    "the key of players' tokens has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    /** When a token made now expires. */
    public Instant expiry() {
        return clock.instant().plus(LIFE);
    }

    /** A token for one bundle. */
    public String issue(UUID bundle, Instant expiry) {
        long second = expiry.getEpochSecond();
        ByteBuffer token = ByteBuffer.allocate(LENGTH).putLong(second).put(mac(bundle, second));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Whether a token is ours, for that bundle, and still good; anything may be asked. */
    public boolean accepts(UUID bundle, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != LENGTH) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        long second = fields.getLong();
        byte[] mac = new byte[32];
        fields.get(mac);
        return MessageDigest.isEqual(mac, mac(bundle, second))
                && second > clock.instant().getEpochSecond();
    }

    private static byte[] decoded(String token) {
        if (token.length() > 2 * LENGTH) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] mac(UUID bundle, long second) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            ByteBuffer what = ByteBuffer.allocate(24);
            what.putLong(bundle.getMostSignificantBits());
            what.putLong(bundle.getLeastSignificantBits()).putLong(second);
            return mac.doFinal(what.array());
        } catch (GeneralSecurityException everyJavaHasThis) {
            throw new IllegalStateException(everyJavaHasThis);
        }
    }
}
