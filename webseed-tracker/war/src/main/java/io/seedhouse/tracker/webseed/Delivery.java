package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.webseed.ByteRange.Part;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** One answer about one file: its conditions, its range, its headers, its bytes. */
final class Delivery {
    private final HttpServerExchange exchange;
    private final HeaderMap headers;
    private final UUID bundle;
    private final Seed seed;
    private final Transfers transfers;
    private final HttpHandler again;

    /**
     * @param again handles the request once more, after a wait for a file to be closed
     */
    Delivery(
            HttpServerExchange exchange,
            UUID bundle,
            Seed seed,
            Transfers transfers,
            HttpHandler again) {
        this.exchange = exchange;
        this.headers = exchange.getResponseHeaders();
        this.bundle = bundle;
        this.seed = seed;
        this.transfers = transfers;
        this.again = again;
    }

    void answer() throws IOException {
        Preconditions conditions = new Preconditions(exchange, seed);
        if (conditions.failed()) {
            putValidators();
            exchange.setStatusCode(StatusCodes.PRECONDITION_FAILED).endExchange();
        } else if (conditions.unchanged()) {
            putValidators();
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
        } else {
            answer(range(conditions));
        }
    }

    /** A range has a meaning for GET only (RFC 9110, section 14.2). */
    private ByteRange range(Preconditions conditions) {
        String header = headerOf(exchange);
        return exchange.getRequestMethod().equals(Methods.GET) && conditions.rangeHolds()
                ? ByteRange.parse(header, seed.size())
                : new ByteRange.Whole();
    }

    private static String headerOf(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(Headers.RANGE);
        return header == null ? "" : header;
    }

    private void answer(ByteRange range) throws IOException {
        switch (range) {
            case ByteRange.Whole() -> send(StatusCodes.OK, List.of(new Part(0, seed.size() - 1)));
            case ByteRange.Parts(List<Part> parts) -> send(StatusCodes.PARTIAL_CONTENT, parts);
            case ByteRange.Unsatisfiable() -> {
                putValidators();
                headers.put(Headers.CONTENT_RANGE, "bytes */" + seed.size());
                WebSeed.refuse(
                        exchange,
                        StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE,
                        "The file has %d bytes; ask for a range within them, or for up to %d."
                                .formatted(seed.size(), ByteRange.MOST));
            }
        }
    }

    private void putValidators() {
        Validators validators = seed.validators();
        headers.put(Headers.ETAG, validators.etag());
        headers.put(Headers.LAST_MODIFIED, validators.lastModified());
    }

    /**
     * Opens the file before any header speaks of it: a file that cannot be opened must leave an
     * answer behind that is only about the failure.
     */
    private void send(int status, List<Part> parts) throws IOException {
        long length = parts.stream().mapToLong(Part::length).sum();
        boolean bare = length == 0 || exchange.getRequestMethod().equals(Methods.HEAD);
        if (!bare && seed instanceof Seed.StoredFile && !transfers.lets(exchange, again)) {
            return;
        }
        if (parts.size() > 1) {
            Multipart form = Multipart.of(seed);
            Body body = Body.of(seed, parts, form);
            describe(status, form.contentType(), form.length(parts));
            transfers.begin(exchange, bundle, body, length);
        } else {
            send(status, parts.getFirst(), bare);
        }
    }

    private void send(int status, Part part, boolean bare) throws IOException {
        Body body = bare ? null : Body.of(seed, part);
        describe(status, seed.mediaType(), part.length());
        if (status == StatusCodes.PARTIAL_CONTENT) {
            headers.put(Headers.CONTENT_RANGE, Multipart.contentRange(part, seed.size()));
        }
        if (body == null) {
            exchange.endExchange();
        } else {
            transfers.begin(exchange, bundle, body, part.length());
        }
    }

    private void describe(int status, String mediaType, long length) {
        putValidators();
        exchange.setStatusCode(status);
        headers.put(Headers.CONTENT_TYPE, mediaType);
        exchange.setResponseContentLength(length);
    }
}
