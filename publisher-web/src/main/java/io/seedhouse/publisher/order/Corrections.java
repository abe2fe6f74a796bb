package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.Correction;
import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Lets buyers correct a mistyped address, at most ten times in ten minutes from one client address:
 * each correction sends a mail.
 */
@ApplicationScoped
public class Corrections {
    private final RateLimit perAddress = new RateLimit(10, Duration.ofMinutes(10));

    @Inject Orders orders;

    /**
     * @param clientAddress where the request came from
     */
    public Limited<Correction> correct(
            UUID orderId, String orderToken, String email, String clientAddress) {
        return perAddress
                .take(clientAddress)
                .<Limited<Correction>>map(
                        wait -> new Limited.TooMany<>(say("order.too-many.corrections"), wait))
                .orElseGet(() ->
                        new Limited.Answered<>(orders.correct(orderId, orderToken, email.strip())));
    }
}
