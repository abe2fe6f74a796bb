package io.seedhouse.publisher.storefront;

import io.seedhouse.publisher.order.OrderCookie;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where a buyer returns to. Only the browser that began the checkout has the cookie that opens this
 * page.
 */
@Path("orders/{orderId}")
public class OrderPage {
    @Inject Receipts receipts;

    @GET
    public Response show(
            @PathParam("orderId") String orderId,
            @CookieParam(OrderCookie.NAME) @Nullable String token,
            @QueryParam("asked") @DefaultValue("0") int asked) {
        return receipts.open(
                orderId, token, opened -> Receipts.page(receipts.view(opened, asked), 200));
    }
}
