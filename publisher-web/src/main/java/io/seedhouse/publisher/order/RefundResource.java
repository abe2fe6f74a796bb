package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Refunds;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Gives money back, for the publisher who took it. */
@Path("api/v1/bundles/{id}/orders/{orderId}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
@Needs(Scope.SALES)
public class RefundResource {
    private static final String KEY = "Idempotency-Key";

    @Inject Refunds refunds;
    @Inject Bundles bundles;
    @Inject CurrentPublisher publisher;

    /**
     * @param left what can still be given back; null while Stripe cannot be reached
     * @param delayed whether Stripe cannot be reached now; the refund is then tried again by itself
     */
    public record Accepted(Money amount, @Nullable Money left, boolean delayed) {}

    @POST
    @Operation(
            summary = "Gives back a part of what an order paid, or all that is left: {amount?}",
            description =
                    "The amount is in minor units. The header Idempotency-Key (1 to 100 characters"
                            + " of the publisher's choice) is required: repeated with the same key,"
                            + " nothing is given back twice. 202 says that the refund is on its"
                            + " way; the order changes when Stripe has done it. A full refund"
                            + " closes the keyring; keys already delivered cannot be taken back.")
    public Response refund(
            @PathParam("id") UUID id,
            @PathParam("orderId") UUID orderId,
            @HeaderParam(KEY) @Nullable String header,
            Body body) {
        if (header == null) {
            return Problem.of(400, say("order.refund.key")).response();
        }
        String key = Invalid.unlessText(KEY, header, 1, 100);
        Long amount = body.optionalNumber("amount").map(RefundResource::positive).orElse(null);
        return bundles.find(publisher.require(), id).isEmpty()
                ? Problem.notFound("bundle").response()
                : answer(refunds.refund(id, orderId, amount, key));
    }

    private static long positive(long amount) {
        if (amount < 1) {
            throw new Invalid("amount", say("order.refund.amount", amount));
        }
        return amount;
    }

    private static Response answer(Refund refund) {
        return switch (refund) {
            case Refund.Accepted a -> accepted(new Accepted(a.amount(), a.left(), false));
            case Refund.Delayed d -> accepted(new Accepted(d.amount(), null, true));
            case Refund.Unknown _,
                    Refund.NothingPaid _,
                    Refund.AboveWhatIsLeft _,
                    Refund.Disputed _,
                    Refund.OtherRequest _,
                    Refund.Rejected _ ->
                    WhyNoRefund.of(refund).orElseThrow().response();
        };
    }

    private static Response accepted(Accepted refund) {
        return Response.accepted(refund).build();
    }
}
