package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.xnio.XnioExecutor;

/**
 * Lets requests through to open a file, so many at a time; the rest wait in line and hold neither a
 * file nor a thread. Only who finds the line full, or stood in it for {@value #PATIENCE} seconds,
 * is sent away with a 503, and who has more than one household may: some clients never come back
 * after one.
 */
final class Turnstile {
    /** Clients give up by themselves not much later. */
    static final int PATIENCE = 30;

    private static final AttachmentKey<Place> PLACE = AttachmentKey.create(Place.class);

    private final Places places;
    private final ToLongFunction<HttpServerExchange> households;

    /**
     * @param households by which the places count who asks
     */
    Turnstile(Places places, ToLongFunction<HttpServerExchange> households) {
        this.places = places;
        this.households = households;
    }

    /** One request's place; given back once, however often that is tried. */
    private record Place(Places places, long household, AtomicBoolean left) {
        void leave() {
            if (left.compareAndSet(false, true)) {
                places.leave(household);
            }
        }
    }

    /**
     * Whether a file may be opened for this request now. If not, it is taken care of: the caller
     * returns, and {@code again} handles the request from its beginning, for much may have changed.
     * The place is given back at the exchange's end, or by {@link #leave} before.
     */
    boolean lets(HttpServerExchange exchange, HttpHandler again) {
        if (exchange.getAttachment(PLACE) != null) {
            return true;
        }
        long household = households.applyAsLong(exchange);
        if (places.take(household)) {
            settle(exchange, household);
            return true;
        }
        // Not before the handler has returned: until then nobody else may touch the exchange.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> queue(exchange, household, again));
        return false;
    }

    void leave(HttpServerExchange exchange) {
        Place place = exchange.getAttachment(PLACE);
        if (place != null) {
            place.leave();
        }
    }

    private void settle(HttpServerExchange exchange, long household) {
        Place place = new Place(places, household, new AtomicBoolean());
        exchange.putAttachment(PLACE, place);
        exchange.addExchangeCompleteListener((ended, next) -> {
            place.leave();
            next.proceed();
        });
    }

    private void queue(HttpServerExchange exchange, long household, HttpHandler again) {
        Waiting waiting = new Waiting(exchange, household, again);
        switch (places.takeOrWait(household, waiting)) {
            case GRANTED -> waiting.run();
            case WAITS -> {}
            case FULL -> {
                waiting.timer.remove();
                sendAway(exchange);
            }
        }
    }

    private static void sendAway(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, PATIENCE);
        WebSeed.refuse(
                exchange,
                StatusCodes.SERVICE_UNAVAILABLE,
                "Too many files are being sent; please come again in " + PATIENCE + " seconds.");
    }

    private final class Waiting implements Runnable {
        private final HttpServerExchange exchange;
        private final long household;
        private final HttpHandler again;
        private final XnioExecutor.Key timer;

        Waiting(HttpServerExchange exchange, long household, HttpHandler again) {
            this.exchange = exchange;
            this.household = household;
            this.again = again;
            this.timer =
                    exchange.getIoThread().executeAfter(this::giveUp, PATIENCE, TimeUnit.SECONDS);
        }

        @Override
        public void run() {
            timer.remove();
            settle(exchange, household);
            exchange.dispatch(again);
        }

        private void giveUp() {
            if (places.giveUp(household, this)) {
                sendAway(exchange);
            }
        }
    }
}
