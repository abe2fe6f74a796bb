package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Format;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Starts a sealing; the bundle itself then tells how far it is. */
@Path("api/v1/bundles/{id}/seal")
@Produces(MediaType.APPLICATION_JSON)
public class SealResource {
    @Inject Sealing sealing;
    @Inject CurrentPublisher publisher;

    @POST
    @Needs(Scope.PUBLISH)
    @RolesAllowed("publisher")
    @Operation(summary = "Begins to seal a draft: {format?}: hybrid, or v1 for old clients")
    public Response start(@PathParam("id") UUID id, Body body) {
        Format format = body.optionalText("format").map(Format::of).orElse(Format.HYBRID);
        return switch (sealing.start(publisher.require(), id, format)) {
            case Start.Started s ->
                    Response.accepted(Map.of("id", id, "status", "sealing")).build();
            case Start.NoSuchBundle n -> Problem.notFound("bundle").response();
            case Start.Refused r -> Problem.of(409, r.sentence()).response();
        };
    }
}
