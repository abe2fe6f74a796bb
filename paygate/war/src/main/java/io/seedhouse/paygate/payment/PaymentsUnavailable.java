package io.seedhouse.paygate.payment;

/** The payment provider did not answer in time, or not in a way we understand. */
public class PaymentsUnavailable extends Exception {
    public PaymentsUnavailable(String message) {
        super(message);
    }

    public PaymentsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
