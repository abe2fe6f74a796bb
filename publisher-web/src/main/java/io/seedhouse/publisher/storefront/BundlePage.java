package io.seedhouse.publisher.storefront;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Withdrawal;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.Buy;
import io.seedhouse.publisher.order.Buying;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.order.WhyNot;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.storefront.Portrait.Attempt;
import io.seedhouse.tracker.api.Torrents;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A bundle's page, its torrent, and buying. */
@Path("b/{slug}")
public class BundlePage {
    private static final String WITHDRAWN =
            "Whoever bought it keeps their key. Its publisher has withdrawn it and says: ";
    private static final String UNAVAILABLE =
            "Payments cannot be reached at the moment and nothing was charged. Try again in a"
                    + " minute.";

    @Inject Bundles bundles;
    @Inject Torrents torrents;
    @Inject Buying buying;
    @Inject Home home;
    @Inject Site site;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    @GET
    public Page show(@PathParam("slug") String slug) {
        return page(published(slug), Attempt.NONE);
    }

    @GET
    @Path("bundle.torrent")
    @Produces("application/x-bittorrent")
    public Response torrent(@PathParam("slug") String slug) {
        Bundle bundle = published(slug);
        return Response.ok(home.torrent(bundle.id()).toFile())
                .header("Content-Disposition", "attachment; filename=\"" + slug + ".torrent\"")
                .build();
    }

    @GET
    @Path("magnet")
    @Produces("text/plain;charset=utf-8")
    public String magnet(@PathParam("slug") String slug) {
        return Objects.requireNonNull(published(slug).magnet(), "a published bundle has a magnet")
                + "\n";
    }

    @POST
    @Path("buy")
    public Response buy(
            @PathParam("slug") String slug,
            @FormParam("offer") @DefaultValue("") String offer,
            @FormParam("email") @DefaultValue("") String email) {
        Bundle bundle = published(slug);
        UUID offerId = offerOf(bundle, offer);
        return switch (buying.buy(Request.of(offerId, email.strip()), clients.of(request))) {
            case Buy.TooMany t -> TooMany.page("purchases", t.retryAfter());
            case Buy.Answered a -> answer(bundle, offerId, email, a.begin());
        };
    }

    private Response answer(Bundle bundle, UUID offerId, String email, Begin begin) {
        return switch (begin) {
            case Begin.Begun b -> begun(b);
            case Begin.Refused r -> {
                Problem problem = WhyNot.of(r.why());
                yield page(bundle, new Attempt(offerId, email, problem.detail()))
                        .as(problem.status());
            }
            case Begin.OtherRequest o -> throw new IllegalStateException("no key was sent");
            case Begin.Unavailable u ->
                    page(bundle, new Attempt(offerId, email, UNAVAILABLE)).as(503);
        };
    }

    private Response begun(Begin.Begun order) {
        String next = Optional.ofNullable(order.checkoutUrl()).orElse("/orders/" + order.orderId());
        return OrderCookie.set(
                        Response.status(303).header("Location", next),
                        order.orderId(),
                        order.orderToken(),
                        site.url("/").startsWith("https:"))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Page page(Bundle bundle, Attempt attempt) {
        Portrait portrait =
                new Portrait(
                        bundle,
                        bundles.files(bundle.id()),
                        bundles.tiers(bundle.id()),
                        torrents.swarm(bundle.id()).orElse(new Torrents.Swarm(0, 0, 0)));
        return new Page("storefront/bundle.jte", portrait.draw(attempt, Instant.now()));
    }

    private Bundle published(String slug) {
        Bundle bundle =
                bundles.everPublished(slug)
                        .orElseThrow(
                                () -> new Refused(404, "No published bundle has this address."));
        Withdrawal gone = bundle.withdrawal();
        if (gone != null) {
            throw new Refused(410, WITHDRAWN + gone.reason());
        }
        return bundle;
    }

    /** The offer the form names, which must be one of this page's own. */
    private UUID offerOf(Bundle bundle, String id) {
        return bundles.tiers(bundle.id()).stream()
                .map(offer -> offer.id())
                .filter(own -> own.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "This bundle has no such offer any more."));
    }
}
