package io.seedhouse.publisher.profile;

import org.jspecify.annotations.Nullable;

/**
 * @param email as typed
 */
record ForgotView(String email, @Nullable String refusal) {
    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ForgotView";
    }
}
