package io.seedhouse.publisher.library;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks for links into libraries: 20 in ten minutes for one client address, and for one mail address
 * five in an hour; what is beyond that sends nothing and looks the same.
 */
@ApplicationScoped
class LinkRequests {
    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private final RateLimit perClient = new RateLimit(20, Duration.ofMinutes(10));
    private final RateLimit perMailbox = new RateLimit(5, Duration.ofHours(1));

    @Inject Orders orders;

    /**
     * @param clientAddress where the request came from
     * @return empty when it was taken; otherwise how long until the client may ask again
     * @throws Invalid when it is no address
     */
    Optional<Duration> ask(String email, String clientAddress) {
        String address = email.strip();
        if (address.length() > LONGEST || !EMAIL.matcher(address).matches()) {
            throw new Invalid("email", say("library.email.malformed"));
        }
        Optional<Duration> wait = perClient.take(clientAddress);
        if (wait.isEmpty() && perMailbox.take(address.toLowerCase(Locale.ROOT)).isEmpty()) {
            orders.requestLibrary(address);
        }
        return wait;
    }
}
