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
            case 1 ->
                    "One order is paid. Its buyer keeps the key; a copy fetched by now goes on"
                            + " opening, and none can be fetched any more.";
            default ->
                    Words.count(paid)
                            + " orders are paid. Their buyers keep their keys; copies fetched by"
                            + " now go on opening, and none can be fetched any more.";
        };
    }

    static int longest() {
        return Withdrawal.LONGEST_REASON;
    }
}
