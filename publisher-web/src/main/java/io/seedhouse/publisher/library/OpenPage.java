package io.seedhouse.publisher.library;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a link in a mail leads. Looking at it changes nothing, for mail servers look too; its
 * button redeems it.
 */
@Path("library/open")
public class OpenPage {
    @Inject Links links;
    @Inject Site site;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        Optional<Redeem> refusal = links.refusal(token, Instant.now());
        return refusal.isPresent()
                ? dead(refusal.get())
                : Response.ok(new Page("library/open.jte", new OpenView(token)))
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .build();
    }

    @POST
    public Response redeem(@FormParam("token") @DefaultValue("") String token) {
        return switch (links.redeem(token, Instant.now())) {
            case Redeem.Opened o ->
                    Response.status(303)
                            .header("Location", "/library")
                            .header("Cache-Control", "no-store")
                            .cookie(LibraryCookie.of(o.session(), site.isSecure()))
                            .build();
            case Redeem why -> dead(why);
        };
    }

    private static Response dead(Redeem why) {
        return Response.fromResponse(Door.deadLink(why).as(410))
                .header("Cache-Control", "no-store")
                .build();
    }
}
