package io.seedhouse.tracker.webseed;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Arrays;

/** Conditional requests, in the order of RFC 9110, section 13.2.2. */
final class Preconditions {
    private final HeaderMap headers;
    private final Validators file;

    Preconditions(HttpServerExchange exchange, Seed seed) {
        this.headers = exchange.getRequestHeaders();
        this.file = seed.validators();
    }

    /** Whether the client wants the file only as it is not (412). */
    boolean failed() {
        return headers.contains(Headers.IF_MATCH)
                ? !names(Headers.IF_MATCH, file.etag())
                : !DateUtils.handleIfUnmodifiedSince(
                        headers.getFirst(Headers.IF_UNMODIFIED_SINCE), file.modified());
    }

    /** Whether the client has the file already (304); here weak tags compare like strong ones. */
    boolean unchanged() {
        return headers.contains(Headers.IF_NONE_MATCH)
                ? names(Headers.IF_NONE_MATCH, file.etag())
                        || names(Headers.IF_NONE_MATCH, "W/" + file.etag())
                : !DateUtils.handleIfModifiedSince(
                        headers.getFirst(Headers.IF_MODIFIED_SINCE), file.modified());
    }

    /** Whether a range may be sent: what the client has so far is of the same file. */
    boolean rangeHolds() {
        String validator = headers.getFirst(Headers.IF_RANGE);
        return validator == null
                || validator.equals(file.etag())
                || file.modified().equals(DateUtils.parseDate(validator));
    }

    private boolean names(HttpString header, String etag) {
        return headers.get(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
