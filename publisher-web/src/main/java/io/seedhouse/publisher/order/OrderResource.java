package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.Correction;
import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.GiftLinks.Link;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** An order, for whoever holds its token. */
@Path("api/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class OrderResource {
    private static final String AUTHORIZATION = "Authorization";

    @Inject Orders orders;
    @Inject Corrections corrections;
    @Inject GiftLinks giftLinks;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    /**
     * @param url redeems the gift, once
     */
    public record GiftLink(String url) {
        /** Leaves the address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "GiftLink";
        }
    }

    @GET
    @Operation(
            summary = "Where an order stands; its own token is the bearer token",
            description =
                    "The status is pending, paid, refunded, disputed or expired; the kind is"
                            + " purchase, gift, redeemed or upgrade.")
    public Response show(
            @PathParam("orderId") UUID orderId,
            @HeaderParam(AUTHORIZATION) @Nullable String authorization) {
        return withToken(
                authorization,
                token ->
                        orders.find(orderId, token)
                                .map(order -> secret(Purchase.of(order, Instant.now())))
                                .orElseGet(OrderResource::unknown));
    }

    @PUT
    @Path("email")
    @Operation(
            summary = "Corrects where an order's mails go: {email}",
            description =
                    "The order's own token is the bearer token. The receipt of a paid order is"
                            + " sent again.")
    public Response correct(
            @PathParam("orderId") UUID orderId,
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            Body body) {
        return withToken(authorization, token -> correct(orderId, token, body.text("email")));
    }

    private Response correct(UUID orderId, String token, String email) {
        return switch (corrections.correct(orderId, token, email, clients.of(request))) {
            case Limited.TooMany<Correction> t ->
                    Problem.tooMany(t.what(), t.retryAfter()).response();
            case Limited.Answered<Correction> a ->
                    switch (a.answer()) {
                        case Correction.Corrected c -> Response.noContent().build();
                        case Correction.Unknown u -> unknown();
                        case Correction.InvalidEmail i ->
                                Problem.of(422, WhyNot.email()).response();
                        case Correction.TooOften o ->
                                Problem.of(409, WhyNot.correctedTooOften()).response();
                    };
        };
    }

    @POST
    @Path("gift-link")
    @Operation(
            summary = "A link by which a paid gift is redeemed, once: answers {url}",
            description = "The giver's order token is the bearer token.")
    public Response giftLink(
            @PathParam("orderId") UUID orderId,
            @HeaderParam(AUTHORIZATION) @Nullable String authorization) {
        return withToken(authorization, token -> issue(orderId, token));
    }

    private Response issue(UUID orderId, String token) {
        return switch (giftLinks.issue(orderId, token, clients.of(request))) {
            case Limited.TooMany<Link> t -> Problem.tooMany(t.what(), t.retryAfter()).response();
            case Limited.Answered<Link> a ->
                    switch (a.answer()) {
                        case Link.Issued i -> secret(new GiftLink(i.url()));
                        case Link.Unknown u -> unknown();
                        case Link.Refused r -> Problem.of(409, r.sentence()).response();
                    };
        };
    }

    private static Response withToken(
            @Nullable String authorization, Function<String, Response> answer) {
        return Bearer.of(authorization)
                .map(answer)
                .orElseGet(() -> Problem.unauthorized(say("order.token")).response());
    }

    private static Response secret(Object entity) {
        return Response.ok(entity).header("Cache-Control", "no-store").build();
    }

    private static Response unknown() {
        return Problem.of(404, say("order.unknown")).response();
    }
}
