package io.seedhouse.paygate.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.stripe.Turnstile.Call;
import java.util.Optional;

/** Calls to Stripe: few at once, none for long, and its errors in our words. */
final class StripeDesk {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int WRITE_MILLIS = 10_000;
    private static final int READ_MILLIS = 4_000;

    private final Turnstile turnstile = new Turnstile();
    private final V1Services stripe;

    StripeDesk(StripeAccount account) {
        var client =
                StripeClient.builder()
                        .setApiKey(account.apiKey())
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setReadTimeout(WRITE_MILLIS)
                        .setMaxNetworkRetries(1);
        account.apiBase().ifPresent(client::setApiBase);
        this.stripe = client.build().v1();
    }

    V1Services stripe() {
        return stripe;
    }

    /** For calls that only look: no repeat, and not so long. */
    static RequestOptions looking() {
        return RequestOptions.builder().setReadTimeout(READ_MILLIS).setMaxNetworkRetries(0).build();
    }

    /** For calls that change something: repeated with this key they change it once. */
    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Empty, and nothing was asked, when too many wait already. */
    <T> Optional<T> ask(Call<T> call) throws StripeException {
        return turnstile.pass(call);
    }

    /**
     * Empty for what Stripe does not know.
     *
     * @throws PaymentsUnavailable when it cannot be asked
     */
    <T> Optional<T> find(Call<T> call) throws PaymentsUnavailable {
        try {
            return Optional.of(
                    turnstile
                            .pass(call)
                            .orElseThrow(() ->
                                    new PaymentsUnavailable("Too many wait for Stripe already.")));
        } catch (StripeException e) {
            if (Integer.valueOf(404).equals(e.getStatusCode())) {
                return Optional.empty();
            }
            throw unavailable(e);
        }
    }

    /**
     * Changes something; that it stands otherwise by now (400) is no failure: who asks reads the
     * state afterwards.
     *
     * @throws PaymentsUnavailable when Stripe cannot be asked
     */
    void change(Call<?> call) throws PaymentsUnavailable {
        try {
            if (turnstile.pass(call).isEmpty()) {
                throw new PaymentsUnavailable("Too many wait for Stripe already.");
            }
        } catch (StripeException e) {
            if (!Integer.valueOf(400).equals(e.getStatusCode())) {
                throw unavailable(e);
            }
        }
    }

    /** Trouble that ends by itself: no connection, too many calls, or Stripe's own mistake. */
    static boolean isPassing(StripeException e) {
        var status = e.getStatusCode();
        return e instanceof ApiConnectionException
                || (status != null && (status == 409 || status == 429 || status >= 500));
    }

    /** Without Stripe's message, which may repeat an address. */
    private static PaymentsUnavailable unavailable(StripeException e) {
        return new PaymentsUnavailable(
                "Stripe could not be asked (%s, status %s, code %s)"
                        .formatted(e.getClass().getSimpleName(), e.getStatusCode(), e.getCode()));
    }
}
