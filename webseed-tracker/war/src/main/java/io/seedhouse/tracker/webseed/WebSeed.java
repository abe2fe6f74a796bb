package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code GET}, {@code HEAD} and {@code OPTIONS} of {@code /seed/{bundleId}/{torrent name}/...}.
 * Looking a file up and opening it may block and so happens on a worker, but for files that were
 * found a moment ago; sending it does not.
 */
public final class WebSeed implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(WebSeed.class.getName());
    private static final String PREFIX = "/seed/";

    private final AdmittedTorrents admitted;
    private final Content content;
    private final Transfers transfers;
    private final FoundFiles found = new FoundFiles(System::nanoTime);
    private final Preload preload;

    public WebSeed(Origin origin) {
        this(origin, InstantSource.system());
    }

    /**
     * @param clock says whether a preload has begun
     */
    public WebSeed(Origin origin, InstantSource clock) {
        this.preload = new Preload(origin.admitted(), clock);
        this.admitted = origin.admitted();
        this.content = new Content(admitted, origin.folder());
        this.transfers = new Transfers(origin);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        CommonHeaders.put(exchange.getResponseHeaders());
        HttpString method = exchange.getRequestMethod();
        if (method.equals(Methods.GET) || method.equals(Methods.HEAD)) {
            serveAtOnce(exchange);
        } else if (method.equals(Methods.OPTIONS)) {
            CommonHeaders.putPreflight(exchange.getResponseHeaders());
            exchange.setStatusCode(StatusCodes.NO_CONTENT).endExchange();
        } else {
            exchange.getResponseHeaders().put(Headers.ALLOW, CommonHeaders.METHODS);
            refuse(
                    exchange,
                    StatusCodes.METHOD_NOT_ALLOWED,
                    "A web seed only gives files; use GET.");
        }
    }

    /** On the I/O thread when the file was found a moment ago, or else on a worker. */
    private void serveAtOnce(HttpServerExchange exchange) {
        String address = below(exchange);
        FoundFiles.Known known = found.at(address);
        if (known == null || !content.admits(known.path())) {
            exchange.dispatch(this::serve);
            return;
        }
        UUID bundle = known.path().bundleId();
        if (preload.refuses(exchange, bundle, known.file(), this::serve)) {
            return;
        }
        try {
            new Delivery(exchange, bundle, known.file(), transfers, this::serve).answer();
        } catch (IOException | UncheckedIOException notAsItWas) {
            found.forget(address);
            exchange.dispatch(this::serve);
        }
    }

    private void serve(HttpServerExchange exchange) {
        String address = below(exchange);
        Optional<SeedPath> path = SeedPath.parse(address);
        if (path.isEmpty()) {
            refuseAbsent(exchange);
        } else {
            answer(exchange, path.get().bundleId(), () -> find(address, path.get()), this::serve);
        }
    }

    private Optional<Seed> find(String address, SeedPath path) throws IOException {
        Optional<Seed> seed = content.find(path);
        seed.ifPresent(file -> found.put(address, path, file));
        return seed;
    }

    /** Finds what was asked for; may block on the disk. */
    interface Lookup {
        Optional<Seed> seed() throws IOException;
    }

    /**
     * Answers in every case; also when the file goes away between the look and the opening.
     *
     * @param again does all of it once more, after a wait
     */
    void answer(HttpServerExchange exchange, UUID bundle, Lookup lookup, HttpHandler again) {
        try {
            Optional<Seed> seed = lookup.seed();
            if (seed.isPresent() && preload.refuses(exchange, bundle, seed.get(), again)) {
                return;
            }
            if (seed.isPresent()) {
                new Delivery(exchange, bundle, seed.get(), transfers, again).answer();
            } else {
                admitted.retirement(bundle)
                        .ifPresentOrElse(
                                reason -> refuseRetired(exchange, reason),
                                () -> refuseAbsent(exchange));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.ERROR, "A file of a bundle could not be read", e);
            refuse(
                    exchange,
                    StatusCodes.SERVICE_UNAVAILABLE,
                    "The file could not be read; please try again later.");
        }
    }

    private static void refuseAbsent(HttpServerExchange exchange) {
        refuse(exchange, StatusCodes.NOT_FOUND, "This web seed has no such file.");
    }

    /** Not to be kept by caches: a torrent may be admitted again. */
    private static void refuseRetired(HttpServerExchange exchange, String reason) {
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        refuse(exchange, StatusCodes.GONE, reason);
    }

    /** The request's own spelling of what follows the prefix; Undertow's is decoded already. */
    private static String below(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        int start =
                exchange.isHostIncludedInRequestURI() ? uri.indexOf('/', uri.indexOf("//") + 2) : 0;
        String prefix = exchange.getResolvedPath() + PREFIX;
        return uri.startsWith(prefix, start) ? uri.substring(start + prefix.length()) : "";
    }

    static void refuse(HttpServerExchange exchange, int status, String sentence) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseSender().send(sentence + "\n");
    }
}
