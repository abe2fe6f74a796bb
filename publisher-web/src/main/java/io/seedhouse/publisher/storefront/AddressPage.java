package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Orders.Correction;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.Corrections;
import io.seedhouse.publisher.order.Limited;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.order.WhyNot;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.storefront.OrderView.Address;
import io.seedhouse.publisher.storefront.Receipts.Opened;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Lets a buyer correct a mistyped address in the browser that bought. */
@Path("orders/{orderId}/email")
public class AddressPage {
    @Inject Receipts receipts;
    @Inject Corrections corrections;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    @POST
    public Response correct(
            @PathParam("orderId") String orderId,
            @CookieParam(OrderCookie.NAME) @Nullable String token,
            @FormParam("email") @DefaultValue("") String email) {
        return receipts.open(orderId, token, opened -> correct(opened, email));
    }

    private Response correct(Opened opened, String email) {
        var id = opened.order().orderId();
        return switch (corrections.correct(id, opened.token(), email, clients.of(request))) {
            case Limited.TooMany<Correction> t -> TooMany.page(t.what(), t.retryAfter());
            case Limited.Answered<Correction> a ->
                    switch (a.answer()) {
                        case Correction.Corrected c -> again(opened);
                        case Correction.Unknown u -> again(opened);
                        case Correction.InvalidEmail i ->
                                refused(opened, email, WhyNot.email(), 422);
                        case Correction.TooOften o ->
                                refused(opened, email, WhyNot.correctedTooOften(), 409);
                    };
        };
    }

    private static Response again(Opened opened) {
        return Response.status(303)
                .header("Location", "/orders/" + opened.order().orderId())
                .build();
    }

    private Response refused(Opened opened, String typed, String why, int status) {
        OrderView view = receipts.view(opened, Integer.MAX_VALUE);
        Address asked = new Address(opened.order().email(), typed, opened.order().bounced(), why);
        return Receipts.page(view.with(asked), status);
    }
}
