package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.Buying;
import io.seedhouse.publisher.order.Limited;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.order.WhyNot;
import io.seedhouse.publisher.page.TooMany;
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

/** Raises an order to a higher tier, for the difference that its page showed. */
@Path("orders/{orderId}/upgrade")
public class UpgradePage {
    @Inject Receipts receipts;
    @Inject Upgrades upgrades;
    @Inject Buying buying;
    @Inject Onward onward;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    /**
     * @param total the difference that was shown, in minor units
     * @param key of the page that showed it
     */
    @POST
    public Response upgrade(
            @PathParam("orderId") String orderId,
            @CookieParam(OrderCookie.NAME) @Nullable String token,
            @FormParam("offer") @DefaultValue("") String offer,
            @FormParam("total") @DefaultValue("") String total,
            @FormParam("key") @Nullable String key) {
        return receipts.open(
                orderId,
                token,
                opened ->
                        upgrades.find(opened, offer)
                                .map(o -> Upgrades.request(o, opened, key))
                                .map(wanted -> agreed(opened, wanted, total))
                                .orElseGet(() ->
                                        refused(
                                                opened,
                                                Problem.of(404, say("storefront.upgrade.gone")))));
    }

    private Response agreed(Opened opened, Request wanted, String total) {
        return switch (buying.quote(wanted, clients.of(request))) {
            case Limited.TooMany<Quote> t -> TooMany.page(t.what(), t.retryAfter());
            case Limited.Answered<Quote> a ->
                    switch (a.answer()) {
                        case Quote.Refused r -> refused(opened, WhyNot.of(r.why()));
                        case Quote.Quoted q ->
                                total.equals(Long.toString(q.total().amount()))
                                        ? begin(opened, wanted)
                                        : refused(opened, changed());
                    };
        };
    }

    private Response begin(Opened opened, Request wanted) {
        return switch (buying.buy(wanted, clients.of(request))) {
            case Limited.TooMany<Begin> t -> TooMany.page(t.what(), t.retryAfter());
            case Limited.Answered<Begin> a ->
                    switch (a.answer()) {
                        case Begin.Begun b -> onward.to(b);
                        case Begin.Refused r -> refused(opened, WhyNot.of(r.why()));
                        case Begin.OtherRequest o -> refused(opened, changed());
                        case Begin.Unavailable u ->
                                refused(opened, Problem.of(503, say("storefront.unavailable")));
                    };
        };
    }

    private static Problem changed() {
        return Problem.of(409, say("storefront.upgrade.changed"));
    }

    private Response refused(Opened opened, Problem why) {
        OrderView view = receipts.view(opened, Integer.MAX_VALUE);
        return Receipts.page(view.with(view.upgrades(), why.detail()), why.status());
    }
}
