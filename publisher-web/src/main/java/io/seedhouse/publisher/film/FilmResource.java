package io.seedhouse.publisher.film;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.util.List;
import java.util.UUID;

/** What the files of a bundle hold. */
@Path("api/v1/bundles/{id}/films")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
public class FilmResource {
    @Inject Films films;
    @Inject CurrentPublisher publisher;

    /** All clear files. */
    public record Items(List<FilmView> items) {}

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Operation(
            summary = "What each file holds, and whether it plays in browsers",
            description =
                    "Files are looked at when all of them has arrived; those sealed at home never"
                            + " are. What is no film is state none, fine as a download.")
    public Response list(@PathParam("id") UUID id) {
        return films.ofBundle(publisher.require(), id)
                .map(all -> Response.ok(new Items(all)).build())
                .orElseGet(() -> Problem.notFound("bundle").response());
    }
}
