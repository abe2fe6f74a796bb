package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.Withdrawal;
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
        return paid == 0 ? say("studio.nobody") : count("studio.withdraw.buyers", paid);
    }

    static int longest() {
        return Withdrawal.LONGEST_REASON;
    }
}
