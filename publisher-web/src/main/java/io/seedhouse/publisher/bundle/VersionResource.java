package io.seedhouse.publisher.bundle;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
            summary = "Begins a new version of a bundle that was published, after a leak",
            description =
                    "Answers 201 with a draft that has the same words, files and tiers. Nothing"
                            + " need be uploaded: sealing it seals the paid files anew to new"
                            + " identities. Publishing it takes the old one off sale and opens it"
                            + " to everybody who bought the old one. A bundle has one new version"
                            + " at most: asked again this answers 200 with it.")
    public Response begin(@PathParam("id") UUID id) {
        return switch (versions.begin(publisher.require(), id)) {
            case NewVersion.Begun b -> answer(Response.Status.CREATED, b.draft());
            case NewVersion.Known k -> answer(Response.Status.OK, k.bundle());
            case NewVersion.NoSuchBundle n -> Problem.notFound("bundle").response();
            case NewVersion.NeverPublished n -> Problem.of(409, n.sentence()).response();
        };
    }

    private Response answer(Response.Status status, Bundle bundle) {
        return Response.status(status).entity(views.of(bundle)).build();
    }
}
