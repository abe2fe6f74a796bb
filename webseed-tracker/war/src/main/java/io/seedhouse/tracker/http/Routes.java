package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.webseed.WebSeed;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.AllowedMethodsHandler;
import io.undertow.util.Methods;

/** Which handler answers which address of this WAR; what none does is left to the servlets. */
final class Routes {
    private final HttpHandler announce;
    private final HttpHandler scrape;
    private final HttpHandler seed;

    Routes(AdmittedTorrents admitted, WebSeed seed, Settings settings, Tally tally) {
        TrustedProxies proxies = settings.proxies();
        announce = reading(new AnnounceHandler(admitted, proxies, settings.exempt(), tally));
        scrape = reading(new ScrapeHandler(admitted, settings.fullScrape(), tally));
        this.seed = seed;
    }

    void handle(HttpServerExchange exchange, HttpHandler otherwise) throws Exception {
        String path = exchange.getRelativePath();
        HttpHandler handler =
                path.equals("/announce")
                        ? announce
                        : path.equals("/scrape")
                                ? scrape
                                : path.startsWith("/seed/") ? seed : otherwise;
        handler.handleRequest(exchange);
    }

    private static HttpHandler reading(HttpHandler handler) {
        return new AllowedMethodsHandler(handler, Methods.GET);
    }
}
