package io.seedhouse.publisher.storefront;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Quote;
import io.seedhouse.paygate.api.Checkouts.Quote.Quoted;
import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.Buying;
import io.seedhouse.publisher.order.Limited;
import io.seedhouse.publisher.order.WhyNot;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.storefront.Portrait.Attempt;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Buys a tier. What the page showed is what is charged: a plain purchase leads on to the payment
 * page, but where a code, a tip or another currency changes the price, and where the price has
 * changed by itself, the total is shown first and is bought at that total only.
 */
@Path("b/{slug}/buy")
public class BuyPage {
    @Inject Portraits portraits;
    @Inject Bundles bundles;
    @Inject Buying buying;
    @Inject Onward onward;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    /** One purchase on its way through this page. */
    private record Purchase(Bundle bundle, Offer offer, Choice choice, String client) {}

    /**
     * @param form as {@link Choice} names its fields; of a confirmed purchase also the {@code
     *     total} and a {@code key}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(@PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        Bundle bundle = portraits.published(slug);
        Choice choice = Choice.of(form);
        Purchase purchase =
                new Purchase(bundle, offerOf(bundle, choice), choice, clients.of(request));
        String total = form.getFirst("total");
        try {
            return total == null
                    ? first(purchase)
                    : confirmed(purchase, total, form.getFirst("key"));
        } catch (Invalid e) {
            return refused(purchase, Problem.of(422, e.sentence()));
        }
    }

    private Response first(Purchase purchase) {
        Request wanted = purchase.choice().request(purchase.offer(), null);
        boolean plain =
                wanted.code() == null
                        && wanted.tip() == 0
                        && purchase.offer().price().currency().equals(wanted.currency());
        return plain ? begin(purchase, wanted) : show(purchase, false);
    }

    private Response confirmed(Purchase purchase, String total, @Nullable String key) {
        Request wanted = purchase.choice().request(purchase.offer(), key);
        return quoted(
                purchase,
                quoted ->
                        total.equals(Long.toString(quoted.total().amount()))
                                ? begin(purchase, wanted)
                                : page(purchase, quoted, true));
    }

    private Response show(Purchase purchase, boolean changed) {
        return quoted(purchase, quoted -> page(purchase, quoted, changed));
    }

    private interface Next {
        Response after(Quoted quoted);
    }

    private Response quoted(Purchase purchase, Next next) {
        Request wanted = purchase.choice().atAnyPrice().request(purchase.offer(), null);
        return switch (buying.quote(wanted, purchase.client())) {
            case Limited.TooMany<Quote> t -> tooMany(purchase, t.what(), t.retryAfter());
            case Limited.Answered<Quote> a ->
                    switch (a.answer()) {
                        case Quote.Quoted q -> next.after(q);
                        case Quote.Refused r -> refused(purchase, WhyNot.of(r.why()));
                    };
        };
    }

    private Response begin(Purchase purchase, Request wanted) {
        return switch (buying.buy(wanted, purchase.client())) {
            case Limited.TooMany<Begin> t -> tooMany(purchase, t.what(), t.retryAfter());
            case Limited.Answered<Begin> a -> answer(purchase, a.answer());
        };
    }

    private Response answer(Purchase purchase, Begin begin) {
        return switch (begin) {
            case Begin.Begun b -> onward.to(b);
            case Begin.Refused r when r.why() instanceof Refusal.NotThePrice ->
                    show(purchase, true);
            case Begin.Refused r -> refused(purchase, WhyNot.of(r.why()));
            case Begin.OtherRequest o ->
                    refused(purchase, Problem.of(409, say("storefront.buy.other")));
            case Begin.Unavailable u ->
                    refused(purchase, Problem.of(503, say("storefront.unavailable")));
        };
    }

    private static Response page(Purchase p, Quoted quoted, boolean changed) {
        return new Page(
                        "storefront/confirm.jte",
                        ConfirmView.of(p.bundle(), p.offer(), p.choice(), quoted, changed))
                .as(changed ? 409 : 200);
    }

    private Response tooMany(Purchase purchase, String what, Duration wait) {
        Problem problem = Problem.tooMany(what, wait);
        return refused(purchase, new Problem(429, TooMany.sentence(what, wait), problem.headers()));
    }

    private Response refused(Purchase purchase, Problem why) {
        Attempt attempt = new Attempt(purchase.offer().id(), purchase.choice(), why.detail());
        Response.ResponseBuilder page =
                Response.fromResponse(portraits.page(purchase.bundle(), attempt).as(why.status()));
        why.headers().forEach(page::header);
        return page.build();
    }

    /** The offer the form names, which must be one of this page's own. */
    private Offer offerOf(Bundle bundle, Choice choice) {
        return bundles.tiers(bundle.id()).stream()
                .filter(own -> own.id().toString().equals(choice.offer()))
                .findFirst()
                .orElseThrow(() -> new Refused(404, say("storefront.buy.gone")));
    }
}
