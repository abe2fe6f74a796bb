package io.seedhouse.publisher.job;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.util.List;
import java.util.UUID;

/** What is made of the files of a draft. */
@Path("api/v1/bundles/{id}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
public class JobResource {
    @Inject Jobs jobs;
    @Inject CurrentPublisher publisher;

    /** All jobs that are remembered. */
    public record Items(List<JobView> items) {}

    @POST
    @Needs(Scope.UPLOAD)
    @Operation(
            summary = "Has something made of a file: {kind, file, ...}",
            description =
                    "remux: an MP4 that starts at once, losslessly. frames: twelve pictures to"
                            + " choose from. poster: {at?, centre?}, a moment in milliseconds and"
                            + " the middle (0 to 1000) of a crop to 2:3; of a picture without at."
                            + " teaser: {from, to} in milliseconds. subtitles: {track?, language?,"
                            + " free?}, to WebVTT. The result becomes a file of the draft.")
    public Response start(@PathParam("id") UUID id, Body body) {
        Begin answer = jobs.start(publisher.require(), id, body.id("file"), Task.of(body));
        return switch (answer) {
            case Begin.Begun b -> Response.accepted(JobView.of(b.job())).build();
            case Begin.NoSuchBundle n -> Problem.notFound("bundle").response();
            case Begin.NoSuchFile n -> Problem.notFound("file").response();
            case Begin.NotADraft n -> Problem.of(409, n.sentence()).response();
            case Begin.NotReadable n -> Problem.of(409, n.sentence()).response();
            case Begin.Impossible i -> Problem.of(422, i.sentence()).response();
            case Begin.TooMany t -> Problem.of(429, t.sentence()).response();
            case Begin.NoRoom n -> Problem.of(507, n.sentence()).response();
        };
    }

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Operation(summary = "What was and is made of the files of a bundle, newest first")
    public Response list(@PathParam("id") UUID id) {
        return jobs.ofBundle(publisher.require(), id)
                .map(all -> new Items(all.stream().map(JobView::of).toList()))
                .map(items -> Response.ok(items).build())
                .orElseGet(() -> Problem.notFound("bundle").response());
    }

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Path("{jobId}")
    @Operation(summary = "How far a job is")
    public Response show(@PathParam("id") UUID id, @PathParam("jobId") UUID jobId) {
        return jobs.find(publisher.require(), id, jobId)
                .map(job -> Response.ok(JobView.of(job)).build())
                .orElseGet(JobResource::unknown);
    }

    @DELETE
    @Needs(Scope.UPLOAD)
    @Path("{jobId}")
    @Operation(summary = "Ends a job that waits or runs; a finished one stays as it is")
    public Response cancel(@PathParam("id") UUID id, @PathParam("jobId") UUID jobId) {
        return jobs.cancel(publisher.require(), id, jobId)
                .map(job -> Response.ok(JobView.of(job)).build())
                .orElseGet(JobResource::unknown);
    }

    private static Response unknown() {
        return Problem.notFound("job").response();
    }
}
