package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request comes to, or why it does not. */
sealed interface Bill {
    /**
     * @param price before discounts, without the tip
     * @param discount what a code takes off, and what would be too little to charge
     * @param codeId the code that takes something off
     */
    record Due(Money price, long discount, long tip, @Nullable UUID codeId) implements Bill {
        Money rest() {
            return money(price.amount() - discount);
        }

        Money total() {
            return money(price.amount() - discount + tip);
        }

        Money money(long amount) {
            return new Money(amount, price.currency());
        }
    }

    record Refused(Refusal why) implements Bill {}
}
