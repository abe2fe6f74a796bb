package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One answer about one file: its conditions, its range, its headers, its bytes. */
final class Delivery {
    private static final int BLOCK = 1 << 16;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK).asReadOnlyBuffer();

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
            case ByteRange.Whole() -> {
                Runnable body = body(0, seed.size());
                send(body, seed.size());
            }
            case ByteRange.Part(long first, long last) -> {
                Runnable body = body(first, last + 1);
                exchange.setStatusCode(StatusCodes.PARTIAL_CONTENT);
                headers.put(
                        Headers.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + seed.size());
                send(body, last + 1 - first);
            }
            case ByteRange.Unsatisfiable() -> {
                putValidators();
                headers.put(Headers.CONTENT_RANGE, "bytes */" + seed.size());
                WebSeed.refuse(
                        exchange,
                        StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE,
                        "The file has " + seed.size() + " bytes; ask for a range within them.");
            }
        }
    }

    private void putValidators() {
        Preconditions.Validators validators = Preconditions.Validators.of(seed);
        headers.put(Headers.ETAG, validators.etag());
        headers.put(Headers.LAST_MODIFIED, DateUtils.toDateString(validators.modified()));
    }

    /**
     * What sends the bytes. A file is opened here, before any header speaks of it: a file that
     * cannot be opened must leave an answer behind that is only about the failure.
     */
    private Runnable body(long start, long end) throws IOException {
        if (start == end || exchange.getRequestMethod().equals(Methods.HEAD)) {
            return exchange::endExchange;
        }
        return switch (seed) {
            case Seed.Pad pad -> () -> sendZeros((int) (end - start));
            case Seed.StoredFile file -> FileTransfer.open(exchange, file.path(), start, end)::run;
        };
    }

    private void send(Runnable body, long length) {
        putValidators();
        headers.put(Headers.CONTENT_TYPE, seed.mediaType());
        exchange.setResponseContentLength(length);
        body.run();
    }

    private void sendZeros(int count) {
        ByteBuffer[] blocks = new ByteBuffer[(count + BLOCK - 1) / BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = ZEROS.slice(0, Math.min(BLOCK, count - i * BLOCK));
        }
        exchange.getResponseSender().send(blocks);
    }
}
