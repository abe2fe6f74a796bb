package io.seedhouse.tracker.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the servlets from the moment the WAR is deployed and lets nobody in until the
 * beans behind the routes exist.
 */
final class Doorway {
    private volatile @Nullable Routes routes;

    void open(Routes opened) {
        routes = opened;
    }

    HttpHandler before(HttpHandler servlets) {
        return exchange -> handle(exchange, servlets);
    }

    private void handle(HttpServerExchange exchange, HttpHandler servlets) throws Exception {
        Routes opened = routes;
        if (opened == null) {
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE).endExchange();
        } else {
            opened.handle(exchange, servlets);
        }
    }
}
