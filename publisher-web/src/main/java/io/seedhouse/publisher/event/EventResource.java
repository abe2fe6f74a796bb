package io.seedhouse.publisher.event;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.time.Instant;
import java.util.UUID;

/** Tells a publisher what happens in a bundle, as it happens. */
@Path("api/v1/bundles/{id}/events")
@RolesAllowed("publisher")
public class EventResource {
    @Inject Bundles bundles;
    @Inject Audience audience;
    @Inject CurrentPublisher publisher;

    @GET
    @Needs({Scope.READ, Scope.UPLOAD})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events: files, what they hold, jobs and sealing",
            description =
                    "Begins with the whole state, then tells what changes. Ends after 30 minutes;"
                            + " connect again then.")
    public void listen(
            @PathParam("id") UUID id,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletResponse response) {
        UUID asker = publisher.require();
        if (bundles.find(asker, id).isEmpty()) {
            throw new Refused(404, Problem.notFound("bundle").detail());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Listener listener = new Listener(sink, sse, asker, id, Reader.current(), Instant.now());
        if (!audience.join(listener)) {
            throw new Refused(429, say("film.events.many"));
        }
    }
}
