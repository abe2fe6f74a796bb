package io.seedhouse.paygate.payment;

import java.util.Optional;

/**
 * No payments: neither a Stripe key nor leave to run the sandbox. Free offers work all the same.
 *
 * @param reason one sentence for the buyer
 */
public record PaymentsOff(String reason) implements Payments {

    @Override
    public Opening open(Purchase purchase) {
        return new Opening.Failed(reason);
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable {
        throw new PaymentsUnavailable(reason);
    }

    @Override
    public boolean live() {
        return false;
    }
}
