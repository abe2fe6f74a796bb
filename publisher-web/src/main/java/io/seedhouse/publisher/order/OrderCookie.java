package io.seedhouse.publisher.order;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.util.UUID;

/**
 * An order's token in the browser that began the checkout: one cookie for the order's page and one
 * for its keyring, each sent to that path only and out of reach of scripts.
 */
public final class OrderCookie {
    /** What the cookie is called. */
    public static final String NAME = "seedhouse_order";

    private static final int SECONDS = (int) Duration.ofDays(30).toSeconds();

    private OrderCookie() {}

    /**
     * @param secure whether the platform is reached by HTTPS
     */
    public static ResponseBuilder set(
            ResponseBuilder response, UUID orderId, String token, boolean secure) {
        return response.cookie(
                cookie("/paygate/v1/orders/" + orderId, token, secure),
                cookie("/orders/" + orderId, token, secure));
    }

    private static NewCookie cookie(String path, String token, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path(path)
                .maxAge(SECONDS)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
