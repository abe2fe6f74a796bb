package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.webseed.ByteRange.Part;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer about one file: its conditions, its range, its headers, its bytes. */
final class Delivery {
    private final HttpServerExchange exchange;
    private final HeaderMap headers;
    private final Seed seed;

    Delivery(HttpServerExchange exchange, Seed seed) {
        this.exchange = exchange;
        this.headers = exchange.getResponseHeaders();
        this.seed = seed;
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
        Preconditions.Validators validators = Preconditions.Validators.of(seed);
        headers.put(Headers.ETAG, validators.etag());
        headers.put(Headers.LAST_MODIFIED, DateUtils.toDateString(validators.modified()));
    }

    /**
     * Opens the file before any header speaks of it: a file that cannot be opened must leave an
     * answer behind that is only about the failure.
     */
    private void send(int status, List<Part> parts) throws IOException {
        if (parts.size() > 1) {
            Multipart form = Multipart.of(seed);
            Body body = Body.of(seed, parts, form);
            describe(status, form.contentType(), form.length(parts));
            new Transfer(exchange, body).run();
            return;
        }
        Part part = parts.getFirst();
        boolean bare = part.length() == 0 || exchange.getRequestMethod().equals(Methods.HEAD);
        @Nullable Body body = bare ? null : Body.of(seed, part);
        describe(status, seed.mediaType(), part.length());
        if (status == StatusCodes.PARTIAL_CONTENT) {
            headers.put(Headers.CONTENT_RANGE, Multipart.contentRange(part, seed.size()));
        }
        if (body == null) {
            exchange.endExchange();
        } else {
            new Transfer(exchange, body).run();
        }
    }

    private void describe(int status, String mediaType, long length) {
        putValidators();
        exchange.setStatusCode(status);
        headers.put(Headers.CONTENT_TYPE, mediaType);
        exchange.setResponseContentLength(length);
    }
}
