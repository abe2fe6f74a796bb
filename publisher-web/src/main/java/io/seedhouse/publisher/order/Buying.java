package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Begins purchases and says what they cost. One client address may begin 60 a minute and ask for
 * 120 prices, and have 20 codes refused, so that nobody finds one by trying.
 */
@ApplicationScoped
public class Buying {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimit purchases = new RateLimit(60, WINDOW);
    private final RateLimit quotes = new RateLimit(120, WINDOW);
    private final RateLimit refusedCodes = new RateLimit(20, WINDOW);

    @Inject Checkouts checkouts;

    /**
     * @param clientAddress where the request came from
     */
    public Limited<Begin> buy(Request request, String clientAddress) {
        return purchases
                .take(clientAddress)
                .<Limited<Begin>>map(
                        wait -> new Limited.TooMany<>(say("order.too-many.purchases"), wait))
                .orElseGet(() ->
                        guarded(
                                request,
                                clientAddress,
                                () -> checkouts.begin(request),
                                b -> b instanceof Begin.Refused r && isCode(r.why())));
    }

    /**
     * @param clientAddress where the request came from
     */
    public Limited<Quote> quote(Request request, String clientAddress) {
        return quotes.take(clientAddress)
                .<Limited<Quote>>map(
                        wait -> new Limited.TooMany<>(say("order.too-many.quotes"), wait))
                .orElseGet(() ->
                        guarded(
                                request,
                                clientAddress,
                                () -> checkouts.quote(request),
                                q -> q instanceof Quote.Refused r && isCode(r.why())));
    }

    /** The permit is taken first and given back afterwards, so that a burst cannot slip through. */
    private <T> Limited<T> guarded(
            Request request, String client, Supplier<T> question, Predicate<T> codeRefused) {
        if (request.code() == null) {
            return new Limited.Answered<>(question.get());
        }
        Optional<Duration> wait = refusedCodes.take(client);
        if (wait.isPresent()) {
            return new Limited.TooMany<>(say("order.too-many.codes"), wait.get());
        }
        T answer = question.get();
        if (!codeRefused.test(answer)) {
            refusedCodes.giveBack(client);
        }
        return new Limited.Answered<>(answer);
    }

    private static boolean isCode(Refusal why) {
        return why instanceof Refusal.CodeRefused;
    }
}
