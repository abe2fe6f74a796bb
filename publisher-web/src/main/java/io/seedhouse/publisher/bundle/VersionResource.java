package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.util.UUID;

/** Begins new versions of bundles. */
@Path("api/v1/bundles/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
    @Inject Versions versions;
    @Inject BundleViews views;
    @Inject CurrentPublisher publisher;

    @POST
    @Needs(Scope.UPLOAD)
    @RolesAllowed("publisher")
    @Operation(
            summary = "Begins a new version of a bundle that was published: {keys?}",
            description =
                    "Answers 201 with a draft that has the same words, files and tiers. Nothing"
                            + " need be uploaded. With keys \"new\", for after a leak and what is"
                            + " done where none are named, sealing it seals the paid files anew to"
                            + " new identities; with \"kept\" those that stay as they are keep"
                            + " their bytes and identities, and files may be added, removed and"
                            + " replaced. Publishing it takes the old one off sale and opens it to"
                            + " everybody who bought the old one, with what was added to their"
                            + " tier. A bundle has one new version at most: asked again this"
                            + " answers 200 with it, or 409 when it was begun with other keys.")
    public Response begin(@PathParam("id") UUID id, Body body) {
        VersionKeys keys = body.optionalText("keys").map(VersionKeys::of).orElse(VersionKeys.NEW);
        return switch (versions.begin(publisher.require(), id, keys)) {
            case NewVersion.Begun b -> answer(Response.Status.CREATED, b.draft());
            case NewVersion.Known k -> answer(Response.Status.OK, k.bundle());
            case NewVersion.NoSuchBundle n -> Problem.notFound("bundle").response();
            case NewVersion.OtherKeys o -> Problem.of(409, o.sentence()).response();
            case NewVersion.NeverPublished n -> Problem.of(409, n.sentence()).response();
        };
    }

    private Response answer(Response.Status status, Bundle bundle) {
        return Response.status(status).entity(views.of(bundle)).build();
    }
}
