package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.webseed.WebSeed;
import io.seedhouse.tracker.websocket.WebSocketDoor;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.AllowedMethodsHandler;
import io.undertow.util.Methods;
import org.jspecify.annotations.Nullable;

/** Which handler answers which address of this WAR; what none does is left to the servlets. */
final class Routes {
    private final HttpHandler announce;
    private final HttpHandler scrape;
    private final HttpHandler seed;
    private final HttpHandler signalling;
    private final HttpHandler page;
    private final HttpHandler json;

    /**
     * @param door for peers in browsers; its owner closes it
     */
    Routes(
            AdmittedTorrents admitted,
            WebSeed seed,
            Settings settings,
            Tally tally,
            WebSocketDoor door) {
        TrustedProxies proxies = settings.proxies();
        announce = reading(new AnnounceHandler(admitted, proxies, settings.exempt(), tally));
        scrape = reading(new ScrapeHandler(admitted, settings.fullScrape(), tally));
        page = reading(StatisticsHandler.page(admitted, settings, tally));
        json = reading(StatisticsHandler.json(admitted, settings, tally));
        signalling = reading(exchange -> door.handle(exchange, proxies.clientOf(exchange)));
        this.seed = seed;
    }

    void handle(HttpServerExchange exchange, HttpHandler otherwise) throws Exception {
        HttpHandler handler = handler(exchange.getRelativePath());
        (handler == null ? otherwise : handler).handleRequest(exchange);
    }

    private @Nullable HttpHandler handler(String path) {
        return switch (path) {
            case "/announce" -> announce;
            case "/scrape" -> scrape;
            case "/ws" -> signalling;
            case "/stats" -> page;
            case "/stats.json" -> json;
            default -> path.startsWith("/seed/") ? seed : null;
        };
    }

    private static HttpHandler reading(HttpHandler handler) {
        return new AllowedMethodsHandler(handler, Methods.GET);
    }
}
