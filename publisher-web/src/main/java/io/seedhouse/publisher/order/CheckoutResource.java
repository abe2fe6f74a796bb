package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Begins a purchase; no account is needed. */
@Path("api/v1/offers/{offerId}/checkouts")
@Produces(MediaType.APPLICATION_JSON)
public class CheckoutResource {
    @Inject Buying buying;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    /**
     * @param status {@code paid} when nothing is to be paid
     * @param checkoutUrl where to pay; null when nothing is to be paid
     */
    public record Checkout(
            UUID orderId, String orderToken, String status, @Nullable String checkoutUrl) {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Checkout[orderId=" + orderId + "]";
        }
    }

    @POST
    @Operation(summary = "Begins a checkout: {email}; the order token is shown this once")
    public Response begin(@PathParam("offerId") UUID offerId, Body body) {
        var wanted =
                new Checkouts.Request(
                        offerId,
                        body.text("email"),
                        body.optionalNumber("amount").orElse(null),
                        null,
                        0,
                        null,
                        null,
                        null,
                        false,
                        null);
        return switch (buying.buy(wanted, clients.of(request))) {
            case Buy.TooMany t -> Problem.tooMany("checkouts", t.retryAfter()).response();
            case Buy.Answered a -> answer(a.begin());
        };
    }

    private static Response answer(Begin begin) {
        return switch (begin) {
            case Begin.Begun b -> begun(b);
            case Begin.Refused r -> WhyNot.of(r.why()).response();
            case Begin.OtherRequest o ->
                    Problem.of(422, "This Idempotency-Key was used for another request.")
                            .response();
            case Begin.Unavailable u -> Problem.of(503, u.reason()).response();
        };
    }

    private static Response begun(Begin.Begun b) {
        String status = b.checkoutUrl() == null && !b.confirm() ? "paid" : "pending";
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Checkout(b.orderId(), b.orderToken(), status, b.checkoutUrl()))
                .build();
    }
}
