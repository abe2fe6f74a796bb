package io.seedhouse.paygate.api;

import java.util.Optional;
import java.util.UUID;

/** Paid orders that somebody else redeems. */
public interface Gifts {

    /**
     * One more token that redeems a gift, for the mail to the person it is for. Stored hashed.
     *
     * @return empty while the gift is not paid, and once it was redeemed or given back
     */
    Optional<String> issueToken(UUID orderId);

    /** The same for its giver, who holds the order's token. */
    Optional<String> issueToken(UUID orderId, String orderToken);

    /** What a token would give; empty where it gives nothing. */
    Optional<Present> look(String giftToken);

    /**
     * Turns a gift into an order of the person who redeems it, once.
     *
     * @param email where their mails go
     */
    Redemption redeem(String giftToken, String email);

    /** What is in a gift. */
    record Present(UUID bundleId, String title, String tier, String words) {}

    /** What became of {@link #redeem}. */
    sealed interface Redemption {
        /** Theirs now; the token opens the new order. */
        record Redeemed(UUID orderId, String orderToken) implements Redemption {
            /** Leaves the token out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "Redeemed[orderId=" + orderId + "]";
            }
        }

        /** No such gift, redeemed before, or given back. */
        record Gone() implements Redemption {}

        record InvalidEmail() implements Redemption {}
    }
}
