package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.GiftLinks;
import io.seedhouse.publisher.order.GiftLinks.Link;
import io.seedhouse.publisher.order.Limited;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.storefront.OrderView.Gift;
import io.seedhouse.publisher.storefront.Receipts.Opened;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Shows the giver of a gift the link that redeems it, on this answer and nowhere else. */
@Path("orders/{orderId}/gift-link")
public class GiftLinkPage {
    @Inject Receipts receipts;
    @Inject GiftLinks links;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    @POST
    public Response show(
            @PathParam("orderId") String orderId,
            @CookieParam(OrderCookie.NAME) @Nullable String token) {
        return receipts.open(orderId, token, this::show);
    }

    private Response show(Opened opened) {
        var id = opened.order().orderId();
        return switch (links.issue(id, opened.token(), clients.of(request))) {
            case Limited.TooMany<Link> t -> TooMany.page(t.what(), t.retryAfter());
            case Limited.Answered<Link> a ->
                    switch (a.answer()) {
                        case Link.Issued i -> page(opened, new Gift(i.url(), null), 200);
                        case Link.Refused r -> page(opened, new Gift(null, r.sentence()), 409);
                        case Link.Unknown u ->
                                page(opened, new Gift(null, say("storefront.gift.none")), 404);
                    };
        };
    }

    private Response page(Opened opened, Gift gift, int status) {
        return Receipts.page(receipts.view(opened, Integer.MAX_VALUE).with(gift), status);
    }
}
