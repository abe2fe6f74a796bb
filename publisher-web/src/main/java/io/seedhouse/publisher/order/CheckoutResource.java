package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
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
@Path("api/v1/offers/{offerId}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CheckoutResource {
    @Inject Buying buying;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    /**
     * @param status {@code paid} when nothing is to be paid
     * @param checkoutUrl where to pay; null when nothing is to be paid
     * @param confirm whether the address has first to be proved by the link in a mail
     */
    public record Checkout(
            UUID orderId,
            String orderToken,
            String status,
            @Nullable String checkoutUrl,
            boolean confirm) {
        static Checkout of(Begin.Begun b) {
            String status = b.checkoutUrl() == null && !b.confirm() ? "paid" : "pending";
            return new Checkout(b.orderId(), b.orderToken(), status, b.checkoutUrl(), b.confirm());
        }

        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Checkout[orderId=" + orderId + "]";
        }
    }

    @POST
    @Path("checkouts")
    @Operation(
            summary = "Begins a checkout: {email}; the order token is shown this once",
            description =
                    "Optional: amount (minor units; required where the buyer names it), currency,"
                            + " tip (minor units), code, gift {email?, words?}, upgrade {orderId,"
                            + " orderToken}, consent (true to leave the address to the publisher"
                            + " where a tier is free for that). Repeated with the same"
                            + " Idempotency-Key (20 to 100 characters that nobody guesses) it"
                            + " answers the same order.")
    public Response begin(
            @PathParam("offerId") UUID offerId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Body body) {
        Request wanted = Wanted.read(offerId, body, body.text("email").strip(), key);
        return switch (buying.buy(wanted, clients.of(request))) {
            case Limited.TooMany<Begin> t -> Problem.tooMany(t.what(), t.retryAfter()).response();
            case Limited.Answered<Begin> a -> answer(a.answer());
        };
    }

    @POST
    @Path("quote")
    @Operation(
            summary = "What a checkout would charge: the same fields, the email optional",
            description =
                    "Answers price, discount, tip and total; records nothing and uses nothing up.")
    public Response quote(@PathParam("offerId") UUID offerId, Body body) {
        String email = body.optionalText("email").orElse("").strip();
        Request wanted = Wanted.read(offerId, body, email, null);
        return switch (buying.quote(wanted, clients.of(request))) {
            case Limited.TooMany<Quote> t -> Problem.tooMany(t.what(), t.retryAfter()).response();
            case Limited.Answered<Quote> a -> answer(a.answer());
        };
    }

    private static Response answer(Begin begin) {
        return switch (begin) {
            case Begin.Begun b ->
                    Response.status(Response.Status.CREATED)
                            .header("Cache-Control", "no-store")
                            .entity(Checkout.of(b))
                            .build();
            case Begin.Refused r -> WhyNot.of(r.why()).response();
            case Begin.OtherRequest o -> Problem.of(422, say("order.key.used")).response();
            case Begin.Unavailable u -> Problem.of(503, u.reason()).response();
        };
    }

    private static Response answer(Quote quote) {
        return switch (quote) {
            case Quote.Quoted q -> Response.ok(q).header("Cache-Control", "no-store").build();
            case Quote.Refused r -> WhyNot.of(r.why()).response();
        };
    }
}
