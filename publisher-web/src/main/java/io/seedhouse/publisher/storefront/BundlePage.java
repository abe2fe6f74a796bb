package io.seedhouse.publisher.storefront;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.storefront.Portrait.Attempt;
import io.seedhouse.publisher.visit.Visits;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** A bundle's page, its torrent and its magnet link. */
@Path("b/{slug}")
public class BundlePage {
    @Inject Portraits portraits;
    @Inject Home home;
    @Inject Visits visits;
    @Context HttpServletRequest request;

    @GET
    public Page show(@PathParam("slug") String slug) {
        Bundle bundle = portraits.published(slug);
        visits.page(bundle, request);
        return portraits.page(bundle, Attempt.NONE);
    }

    @GET
    @Path("bundle.torrent")
    @Produces("application/x-bittorrent")
    public Response torrent(@PathParam("slug") String slug) {
        Bundle bundle = portraits.published(slug);
        visits.torrent(bundle, request);
        return Response.ok(home.torrent(bundle.id()).toFile())
                .header("Content-Disposition", "attachment; filename=\"" + slug + ".torrent\"")
                .build();
    }

    @GET
    @Path("magnet")
    @Produces("text/plain;charset=utf-8")
    public String magnet(@PathParam("slug") String slug) {
        Bundle bundle = portraits.published(slug);
        visits.magnet(bundle, request);
        return Objects.requireNonNull(bundle.magnet(), "a published bundle has a magnet") + "\n";
    }
}
