package io.seedhouse.publisher.order;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Gifts.Redemption;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Redeems gifts, for whoever holds one's token. */
@Path("api/v1/gifts")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GiftResource {
    @Inject Gifts gifts;

    /**
     * @param orderToken opens the new order; shown this once
     */
    public record Redeemed(UUID orderId, String orderToken) {
        /** Leaves the token out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Redeemed[orderId=" + orderId + "]";
        }
    }

    @POST
    @Operation(
            summary = "Redeems a gift: {token, email}; answers {orderId, orderToken}",
            description =
                    "A token redeems once. One that does nothing, or nothing any more, is 410.")
    public Response redeem(Body body) {
        return switch (gifts.redeem(body.text("token"), body.text("email").strip())) {
            case Redemption.Redeemed r ->
                    Response.status(Response.Status.CREATED)
                            .header("Cache-Control", "no-store")
                            .entity(new Redeemed(r.orderId(), r.orderToken()))
                            .build();
            case Redemption.Gone g -> Problem.of(410, say("order.gift.gone")).response();
            case Redemption.InvalidEmail i -> Problem.of(422, WhyNot.email()).response();
        };
    }
}
