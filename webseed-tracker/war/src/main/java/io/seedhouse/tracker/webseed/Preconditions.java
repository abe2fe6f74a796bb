package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Instant;
import java.util.Date;

/** Conditional requests, in the order of RFC 9110, section 13.2.2. */
final class Preconditions {
    private final HttpServerExchange exchange;
    private final HeaderMap headers;
    private final ETag etag;
    private final Instant modified;

    Preconditions(HttpServerExchange exchange, Seed seed) {
        this.exchange = exchange;
        this.headers = exchange.getRequestHeaders();
        this.etag = new ETag(false, seed.etag());
        this.modified = seed instanceof Seed.StoredFile f ? f.modified() : Instant.EPOCH;
    }

    /** Whether the client has told us it wants the file only as it is not (412). */
    boolean failed() {
        return headers.contains(Headers.IF_MATCH)
                ? !ETagUtils.handleIfMatch(exchange, etag, false)
                : !DateUtils.handleIfUnmodifiedSince(exchange, Date.from(modified));
    }

    /** Whether the client has the file already (304). */
    boolean unchanged() {
        return headers.contains(Headers.IF_NONE_MATCH)
                ? !ETagUtils.handleIfNoneMatch(exchange, etag, true)
                : !DateUtils.handleIfModifiedSince(exchange, Date.from(modified));
    }

    /** Whether a range may be sent: the client's first part is of the same file. */
    boolean rangeHolds() {
        String validator = headers.getFirst(Headers.IF_RANGE);
        return validator == null
                || validator.equals(etag.toString())
                || validator.equals(DateUtils.toDateString(Date.from(modified)));
    }
}
