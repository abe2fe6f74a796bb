package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Begins purchases, at most 60 a minute for one client address. */
@ApplicationScoped
public class Buying {
    private final RateLimit perAddress = new RateLimit(60, Duration.ofMinutes(1));

    @Inject Checkouts checkouts;

    /**
     * @param clientAddress where the request came from
     */
    public Buy buy(Request request, String clientAddress) {
        Optional<Duration> wait = perAddress.take(clientAddress);
        return wait.isPresent()
                ? new Buy.TooMany(wait.get())
                : new Buy.Answered(checkouts.begin(request));
    }
}
