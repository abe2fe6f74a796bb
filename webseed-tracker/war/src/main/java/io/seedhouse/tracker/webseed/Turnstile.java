package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.XnioExecutor;

/**
 * Lets requests through to open a file, so many at a time; the rest wait in line and hold neither a
 * file nor a thread. Only who finds the line full, or stood in it for {@value #PATIENCE} seconds,
 * is sent away with a 503: some clients never come back after one.
 */
final class Turnstile {
    /** Clients give up by themselves not much later. */
    static final int PATIENCE = 30;

    private static final AttachmentKey<Place> PLACE = AttachmentKey.create(Place.class);

    private final Places places;

    Turnstile(Places places) {
        this.places = places;
    }

    /** One request's place; given back once, however often that is tried. */
    private record Place(Places places, AtomicBoolean left) {
        void leave() {
            if (left.compareAndSet(false, true)) {
                places.leave();
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
        if (places.take()) {
            settle(exchange);
            return true;
        }
        // Not before the handler has returned: until then nobody else may touch the exchange.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> queue(exchange, again));
        return false;
    }

    void leave(HttpServerExchange exchange) {
        Place place = exchange.getAttachment(PLACE);
        if (place != null) {
            place.leave();
        }
    }

    private void settle(HttpServerExchange exchange) {
        Place place = new Place(places, new AtomicBoolean());
        exchange.putAttachment(PLACE, place);
        exchange.addExchangeCompleteListener((ended, next) -> {
            place.leave();
            next.proceed();
        });
    }

    private void queue(HttpServerExchange exchange, HttpHandler again) {
        Waiting waiting = new Waiting(exchange, again);
        switch (places.takeOrWait(waiting)) {
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
        private final HttpHandler again;
        private final XnioExecutor.Key timer;

        Waiting(HttpServerExchange exchange, HttpHandler again) {
            this.exchange = exchange;
            this.again = again;
            this.timer =
                    exchange.getIoThread().executeAfter(this::giveUp, PATIENCE, TimeUnit.SECONDS);
        }

        @Override
        public void run() {
            timer.remove();
            settle(exchange);
            exchange.dispatch(again);
        }

        private void giveUp() {
            if (places.giveUp(this)) {
                sendAway(exchange);
            }
        }
    }
}
