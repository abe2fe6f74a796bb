package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency keys of checkouts. Who repeats a request is given a token of its order, so a key has
 * to be long enough that nobody guesses somebody else's.
 */
final class RequestKey {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 100;

    private RequestKey() {}

    static boolean isGood(@Nullable String key) {
        return key == null
                || (key.length() >= SHORTEST
                        && key.length() <= LONGEST
                        && key.chars().allMatch(c -> c > ' ' && c < 127));
    }

    /** Tells the same request from another one; hashed, because it holds addresses and tokens. */
    static String hash(Request request) {
        var parts =
                List.of(
                        request.offerId().toString(),
                        request.email().strip(),
                        String.valueOf(request.amount()),
                        String.valueOf(request.currency()),
                        Long.toString(request.tip()),
                        String.valueOf(request.code()),
                        request.gift() == null ? "" : gift(request),
                        request.upgrade() == null ? "" : request.upgrade().orderId().toString(),
                        Boolean.toString(request.consent()));
        try {
            var text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String gift(Request request) {
        var gift = request.gift();
        return gift == null ? "" : "gift\0" + gift.email() + "\0" + gift.words();
    }
}
