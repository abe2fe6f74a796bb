package io.seedhouse.publisher.gift;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Gifts.Redemption;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the link of a gift leads: it shows what is in it, and its form takes it. The one who takes
 * it gets an order of their own, in this browser and in the library of their address.
 */
@Path("gift")
public class GiftPage {
    @Inject Gifts gifts;
    @Inject Site site;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        return unkept(Response.ok(page(token, "", null)));
    }

    @POST
    public Response take(
            @FormParam("token") @DefaultValue("") String token,
            @FormParam("email") @DefaultValue("") String email) {
        return switch (gifts.redeem(token, email.strip())) {
            case Redemption.Redeemed r -> redeemed(r.orderId(), r.orderToken());
            case Redemption.Gone g -> throw new Refused(410, say("gift.gone"));
            case Redemption.InvalidEmail i ->
                    unkept(
                            Response.status(422)
                                    .entity(page(token, email, say("gift.email.malformed"))));
        };
    }

    private Response redeemed(UUID orderId, String orderToken) {
        return unkept(
                OrderCookie.set(
                        Response.status(303).header("Location", "/orders/" + orderId),
                        orderId,
                        orderToken,
                        site.isSecure()));
    }

    private Page page(String token, String email, @Nullable String refusal) {
        return gifts.look(token)
                .map(present -> new GiftView(present, token, email, refusal))
                .map(view -> new Page("gift/gift.jte", view))
                .orElseThrow(() -> new Refused(410, say("gift.gone")));
    }

    private static Response unkept(ResponseBuilder response) {
        return response.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
