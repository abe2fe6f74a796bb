package io.seedhouse.tracker.webseed;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * What every answer of a web seed carries. Any site may read it, for the ciphertext is public and
 * browser peers come from anywhere; and no browser may run it, for it comes from strangers.
 */
final class CommonHeaders {
    static final String METHODS = "GET, HEAD, OPTIONS";

    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
    private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
    private static final HttpString EXPOSE = new HttpString("Access-Control-Expose-Headers");
    private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
    private static final HttpString RESOURCE_POLICY =
            new HttpString("Cross-Origin-Resource-Policy");
    private static final HttpString SECURITY_POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");

    private CommonHeaders() {}

    static void put(HeaderMap headers) {
        headers.put(ALLOW_ORIGIN, "*");
        headers.put(EXPOSE, "Content-Range, Content-Length, Accept-Ranges, ETag");
        headers.put(RESOURCE_POLICY, "cross-origin");
        headers.put(TYPE_OPTIONS, "nosniff");
        headers.put(REFERRER_POLICY, "no-referrer"); // the address may carry a player's token
        headers.put(
                SECURITY_POLICY,
                "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline';"
                        + " sandbox");
        headers.put(Headers.ACCEPT_RANGES, "bytes");
    }

    /** Webtorrent sends these three with every request and asks before each. */
    static void putPreflight(HeaderMap headers) {
        headers.put(Headers.ALLOW, METHODS);
        headers.put(ALLOW_METHODS, METHODS);
        headers.put(ALLOW_HEADERS, "range, cache-control, user-agent, if-range, if-none-match");
        headers.put(MAX_AGE, 86400);
    }
}
