package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Whether what arrived is what was sent. Not part of tus, whose checksums speak of single requests.
 */
@Path("api/v1/digests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
@Needs(Scope.UPLOAD)
public class DigestResource {
    @Inject Digests digests;
    @Inject CurrentPublisher publisher;

    @PUT
    @Operation(
            summary = "Says which SHA-256 an upload's whole file has: {sha256}",
            description =
                    "The id is the upload's. Once all has arrived the two are compared in the"
                            + " background, and a file that differs is refused at sealing.")
    public Response claim(@PathParam("id") UUID id, Body body) {
        return answer(digests.claim(publisher.require(), id, body.text("sha256")));
    }

    @GET
    @Operation(summary = "Whether an upload is the file that was sent: {state, problem}")
    public Response show(@PathParam("id") UUID id) {
        return answer(digests.state(publisher.require(), id));
    }

    private static Response answer(Optional<DigestState> state) {
        return state.map(s -> Response.ok(s).build())
                .orElseGet(() -> Problem.notFound("upload").response());
    }
}
