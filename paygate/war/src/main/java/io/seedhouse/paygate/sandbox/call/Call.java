package io.seedhouse.paygate.sandbox.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it came in.
 *
 * @param path below {@code /v1/}
 */
public record Call(
        String method,
        String path,
        Params params,
        @Nullable String authorization,
        @Nullable String idempotencyKey) {

    /** The key of a call that changes something; elsewhere it means nothing. */
    Optional<String> key() {
        return isWrite() ? Optional.ofNullable(idempotencyKey) : Optional.empty();
    }

    /** Whether it may change something. */
    public boolean isWrite() {
        return method.equals("POST");
    }

    /** Leaves out whatever could be secret. */
    @Override
    public String toString() {
        return "Call[" + method + "]";
    }
}
