package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.page.Words;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a bundle is to be withdrawn.
 *
 * @param done whether it is withdrawn already and only the reason can change
 * @param paid orders whose buyers have its keys
 * @param reason as typed
 */
record WithdrawView(
        String id, String title, boolean done, long paid, String reason, @Nullable String refusal) {

    String buyers() {
        return switch ((int) Math.min(paid, 2)) {
            case 0 -> "Nobody has bought it yet.";
            case 1 -> "One person has bought it: they keep their key.";
            default -> Words.count(paid) + " orders are paid: their buyers keep their keys.";
        };
    }

    static int longest() {
        return Withdrawal.LONGEST_REASON;
    }
}
