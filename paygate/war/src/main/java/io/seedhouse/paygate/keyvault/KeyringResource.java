package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.door.ClientAddress;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.keyvault.Handover.Given;
import io.seedhouse.paygate.order.OrderToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Inject ClientAddress clients;

    @GET
    @Operation(
            summary = "The keyring of a paid order; its own token is the bearer token",
            description =
                    "As text/plain. 402 says that it is not paid, 403 that it is closed, and 425"
                            + " that its premiere is yet to come, with serverTime and opensAt.")
    public Response keyring(
            @PathParam("orderId") String orderId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam(COOKIE) @Nullable String cookie,
            @Context HttpServletRequest request) {
        var client = clients.prefixOf(request);
        return switch (handover().give(parse(orderId), token(authorization, cookie), client)) {
            case Given.Keys keys -> guarded(file(Response.ok(keys.text())));
            case Given.Refused refused -> guarded(Refusal.of(refused.why()).toResponse());
        };
    }

    /** Its own method, because a HEAD that runs into GET would record a release of nothing. */
    @HEAD
    @Operation(summary = "Whether the keyring may be fetched now, as GET answers it")
    public Response describe(
            @PathParam("orderId") String orderId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam(COOKIE) @Nullable String cookie) {
        var access = handover().look(parse(orderId), token(authorization, cookie));
        return guarded(
                access instanceof Access.Open
                        ? file(Response.ok())
                        : Refusal.of(access).toResponse());
    }

    private Handover handover() {
        return new Handover(gate, keeper.vault());
    }

    private static Response.ResponseBuilder file(Response.ResponseBuilder answer) {
        return answer.type("text/plain;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"keyring.txt\""); // as the instructions name it
    }

    private static Response guarded(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
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
