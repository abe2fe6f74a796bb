package io.seedhouse.paygate.sandbox.payment;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a payment. Its name is all that is kept of the number it was made with. Source:
 * docs.stripe.com/testing and docs.stripe.com/payments/sepa-debit/accept-a-payment, "Test your
 * integration".
 */
public enum Course {
    PAID,
    DISPUTED_AS_FRAUDULENT,
    DISPUTED_AS_NOT_RECEIVED,
    INQUIRED,
    WARNED_OF_FRAUD,
    /** A refund is pending for a while. */
    REFUNDED_LATE,
    /** A refund succeeds, and fails after a while. */
    REFUND_FAILS,
    DEBITED,
    DEBITED_LATE,
    DEBIT_FAILS,
    DEBIT_FAILS_LATE,
    DEBITED_AND_DISPUTED;

    /** What Stripe's page leaves open: long enough for the wait to be seen. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Stripe's page: "after at least three minutes". */
    private static final Duration LATE = Duration.ofMinutes(3);

    /** Whether it is a SEPA Direct Debit, which tells only days later whether it worked. */
    public boolean isDebit() {
        return debitTakes().isPresent();
    }

    /** How long a debit is on its way; empty for a card. */
    Optional<Duration> debitTakes() {
        return switch (this) {
            case DEBITED, DEBIT_FAILS, DEBITED_AND_DISPUTED -> Optional.of(SOON);
            case DEBITED_LATE, DEBIT_FAILS_LATE -> Optional.of(LATE);
            default -> Optional.empty();
        };
    }

    boolean debitFails() {
        return this == DEBIT_FAILS || this == DEBIT_FAILS_LATE;
    }

    /** How long until a refund changes once more; empty when it does not. */
    Optional<Duration> refundTakes() {
        return this == REFUNDED_LATE || this == REFUND_FAILS ? Optional.of(SOON) : Optional.empty();
    }
}
