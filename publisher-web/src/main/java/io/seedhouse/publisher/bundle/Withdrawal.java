package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.tracker.api.Torrents;
import java.time.Instant;

/**
 * That a bundle was taken back.
 *
 * @param reason one line for whoever still asks for it, BitTorrent clients among them
 */
public record Withdrawal(String reason, Instant at) {
    /** Characters a reason may have. */
    public static final int LONGEST_REASON = Torrents.LONGEST_REASON;

    /**
     * A reason as it was typed, without blanks around it.
     *
     * @throws Invalid when it is empty, too long or no single line
     */
    static String reason(String typed) {
        String reason = Invalid.unlessText("reason", typed, 1, LONGEST_REASON);
        if (reason.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("reason", say("bundle.reason.line"));
        }
        return reason;
    }
}
