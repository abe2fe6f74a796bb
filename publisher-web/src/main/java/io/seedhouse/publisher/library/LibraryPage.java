package io.seedhouse.publisher.library;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.order.OrderCookie;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All orders of an address, in a browser that has redeemed a link mailed to it. */
@Path("library")
public class LibraryPage {
    @Inject LibrarySessions sessions;
    @Inject LinkRequests requests;
    @Inject Orders orders;
    @Inject Site site;
    @Inject ClientAddress clients;
    @Context HttpServletRequest request;

    @GET
    public Response show(@CookieParam(LibraryCookie.NAME) @Nullable String session) {
        Page page =
                sessions.email(session, Instant.now())
                        .map(this::library)
                        .orElseGet(() -> Door.closed("", null));
        return unkept(Response.ok(page));
    }

    private Page library(String email) {
        return new Page(
                "library/library.jte",
                LibraryView.of(email, orders.ofAddress(email), Instant.now()));
    }

    /** Answers everybody alike: whether an address has bought anything is nobody's business. */
    @POST
    @Path("link")
    public Response ask(@FormParam("email") @DefaultValue("") String email) {
        try {
            Optional<Duration> wait = requests.ask(email, clients.of(request));
            return wait.isPresent()
                    ? TooMany.page(say("library.too-many"), wait.get())
                    : unkept(Response.ok(new Page("library/sent.jte", Links.LIFE)));
        } catch (Invalid refused) {
            return unkept(Response.status(422).entity(Door.closed(email, refused.sentence())));
        }
    }

    /** Gives this browser the cookies of an order, and leads to its page. */
    @POST
    @Path("orders/{orderId}")
    public Response open(
            @PathParam("orderId") UUID orderId,
            @CookieParam(LibraryCookie.NAME) @Nullable String session) {
        Optional<String> email = sessions.email(session, Instant.now());
        if (email.isEmpty()) {
            return unkept(Response.status(303).header("Location", "/library"));
        }
        String token =
                orders.issueToken(orderId, email.get())
                        .orElseThrow(() -> new Refused(404, say("library.no-order")));
        return unkept(
                OrderCookie.set(
                        Response.status(303).header("Location", "/orders/" + orderId),
                        orderId,
                        token,
                        site.isSecure()));
    }

    @POST
    @Path("sign-out")
    public Response signOut(@CookieParam(LibraryCookie.NAME) @Nullable String session) {
        sessions.close(session);
        return unkept(
                Response.status(303)
                        .header("Location", "/library")
                        .cookie(LibraryCookie.gone(site.isSecure())));
    }

    private static Response unkept(ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").build();
    }
}
