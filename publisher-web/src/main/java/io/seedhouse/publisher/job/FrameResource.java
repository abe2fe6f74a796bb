package io.seedhouse.publisher.job;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.util.UUID;

/** Pictures to choose a poster from. */
@Path("api/v1/bundles/{id}/files/{fileId}/frames/{n}")
@RolesAllowed("publisher")
public class FrameResource {
    @Inject Jobs jobs;
    @Inject CurrentPublisher publisher;

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Operation(summary = "A picture to choose from (JPEG), once a job of the kind frames is done")
    public Response show(
            @PathParam("id") UUID id, @PathParam("fileId") UUID fileId, @PathParam("n") int n) {
        return jobs.frame(publisher.require(), id, fileId, n)
                .map(picture ->
                        Response.ok(picture.toFile(), "image/jpeg")
                                .header("X-Content-Type-Options", "nosniff")
                                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                                .header("Cache-Control", "private, no-store")
                                .build())
                .orElseGet(() -> Problem.notFound("picture").response());
    }
}
