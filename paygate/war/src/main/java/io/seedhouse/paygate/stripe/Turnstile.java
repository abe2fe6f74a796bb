package io.seedhouse.paygate.stripe;

import com.stripe.exception.StripeException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few calls to Stripe run at once. While Stripe is slow, the threads that wait for it are
 * these few and not all that the server has.
 */
final class Turnstile {
    static final int AT_ONCE = 8;

    private static final long PATIENCE_MILLIS = 1_000;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** One call to Stripe. */
    interface Call<T> {
        T ask() throws StripeException;
    }

    /** Empty, and nothing was asked, when no place became free within a second. */
    <T> Optional<T> pass(Call<T> call) throws StripeException {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.ask());
        } finally {
            free.release();
        }
    }

    private boolean enter() {
        try {
            return free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
