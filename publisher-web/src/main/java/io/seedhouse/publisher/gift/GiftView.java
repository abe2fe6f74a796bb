package io.seedhouse.publisher.gift;

import io.seedhouse.paygate.api.Gifts.Present;
import org.jspecify.annotations.Nullable;

/**
 * A gift that can be taken.
 *
 * @param email as typed
 * @param refusal what was wrong with it; null for nothing
 */
record GiftView(Present present, String token, String email, @Nullable String refusal) {
    /** Leaves token and address out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "GiftView";
    }
}
