package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.util.UUID;

/** Plans when the parts of a release open, and which files are its extras. */
@Path("api/v1/bundles/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class WindowsResource {
    @Inject Bundles bundles;
    @Inject BundleViews views;
    @Inject CurrentPublisher publisher;

    @PUT
    @Path("windows")
    @RolesAllowed("publisher")
    @Operation(
            summary =
                    "Plans or moves the moments of a release: {teaser?, preload?, premiere?,"
                            + " extras?}",
            description =
                    "At any time, before sealing too. null takes a moment away, and one that is not"
                            + " named stays. A sealed bundle is published by itself when its teaser"
                            + " comes. 422 with a sentence for moments that are out of order or"
                            + " would close what is open.")
    public Response plan(@PathParam("id") UUID id, Body body) {
        return answer(bundles.plan(publisher.require(), id, Replan.of(body)));
    }

    @PUT
    @Path("files/{fileId}")
    @RolesAllowed("publisher")
    @Operation(
            summary = "Marks a paid file as an extra, or as none: {extra}",
            description =
                    "The key of an extra opens with the extras and not with the premiere. 422 for a"
                            + " file that is open already.")
    public Response mark(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId, Body body) {
        if (!body.has("extra")) {
            throw new Invalid("extra", "The field extra is missing: send true or false.");
        }
        boolean extra = body.flag("extra");
        return answer(bundles.markExtra(publisher.require(), id, fileId, extra));
    }

    private Response answer(Planned planned) {
        return switch (planned) {
            case Planned.Done d -> Response.ok(views.of(d.bundle())).build();
            case Planned.NoSuchBundle n -> Problem.notFound("bundle").response();
            case Planned.NoSuchFile n -> Problem.notFound("file").response();
            case Planned.Refused r -> Problem.of(422, r.sentence()).response();
            case Planned.Withdrawn w -> Problem.of(409, w.sentence()).response();
        };
    }
}
