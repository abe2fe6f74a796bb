package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.order.OrderToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one address that gives identities away. It opens to the order token as a bearer or in the
 * cookie {@code seedhouse_order}, which the shop sets for this path at the checkout.
 */
@RequestScoped
@Path("v1/orders/{orderId}/keyring")
public class KeyringResource {
    static final String COOKIE = "seedhouse_order";
    private static final String BEARER = "Bearer ";

    @Inject KeyringGate gate;
    @Inject VaultKeeper keeper;

    @GET
    public Response keyring(
            @PathParam("orderId") String orderId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam(COOKIE) @Nullable String cookie) {
        var order = parse(orderId);
        var token = token(authorization, cookie);
        var access =
                order.isEmpty() || token.isEmpty()
                        ? new Access.Unknown()
                        : gate.open(order.get(), token.get());
        var answer =
                access instanceof Access.Open open
                        ? release(open)
                        : Refusal.of(access).toResponse();
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response.ResponseBuilder release(Access.Open open) {
        var entries = keeper.vault().unseal(open.bundleId(), open.files());
        return Response.ok(KeyringText.write(open, entries), "text/plain;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"keyring.txt\""); // as the instructions name it
    }

    private static Optional<OrderToken> token(
            @Nullable String authorization, @Nullable String cookie) {
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(new OrderToken(authorization.substring(BEARER.length()).strip()));
        }
        return Optional.ofNullable(cookie).map(OrderToken::new);
    }

    private static Optional<UUID> parse(String orderId) {
        try {
            return Optional.of(UUID.fromString(orderId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
