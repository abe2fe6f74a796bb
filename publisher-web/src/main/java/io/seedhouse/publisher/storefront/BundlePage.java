package io.seedhouse.publisher.storefront;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.storefront.Portrait.Attempt;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** A bundle's page, its torrent and its magnet link. */
@Path("b/{slug}")
public class BundlePage {
    @Inject Portraits portraits;
    @Inject Home home;

    @GET
    public Page show(@PathParam("slug") String slug) {
        return portraits.page(portraits.published(slug), Attempt.NONE);
    }

    @GET
    @Path("bundle.torrent")
    @Produces("application/x-bittorrent")
    public Response torrent(@PathParam("slug") String slug) {
        Bundle bundle = portraits.published(slug);
        return Response.ok(home.torrent(bundle.id()).toFile())
                .header("Content-Disposition", "attachment; filename=\"" + slug + ".torrent\"")
                .build();
    }

    @GET
    @Path("magnet")
    @Produces("text/plain;charset=utf-8")
    public String magnet(@PathParam("slug") String slug) {
        return Objects.requireNonNull(
                        portraits.published(slug).magnet(), "a published bundle has a magnet")
                + "\n";
    }
}
