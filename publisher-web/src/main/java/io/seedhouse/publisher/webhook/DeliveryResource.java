package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, and what is to be sent again. */
@Path("api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
@Needs(Scope.SALES)
public class DeliveryResource {
    private static final int LONGEST_PAGE = 100;

    @Inject Webhooks webhooks;
    @Inject Deliveries deliveries;
    @Inject Attempts attempts;
    @Inject CurrentPublisher publisher;

    /** One delivery will be sent. */
    public record One(UUID delivery) {}

    /** So many deliveries will be sent. */
    public record Several(int deliveries) {}

    @GET
    @Path("{id}/deliveries")
    @Operation(
            summary = "Deliveries of the last 30 days, newest first",
            description =
                    "?limit (1 to 100, 50 otherwise) and ?before (the next of the page before)")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new Invalid("limit", say("webhook.limit", limit));
        }
        return webhooks.find(publisher.require(), id)
                .map(w -> DeliveryView.Items.of(deliveries.newest(id, before, limit)))
                .map(items -> Response.ok(items).build())
                .orElseGet(() -> Problem.notFound("webhook").response());
    }

    @POST
    @Path("{id}/test")
    @Operation(
            summary = "Sends a ping, once",
            description = "See what became of it among the deliveries.")
    public Response test(@PathParam("id") UUID id) {
        return limited((asker, now) -> deliveries.ping(asker, id, now));
    }

    @POST
    @Path("{id}/deliveries/{deliveryId}/replay")
    @Operation(
            summary = "Sends a delivery again",
            description = "With the same id and body, whether or not it had arrived.")
    public Response replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return limited((asker, now) -> deliveries.replay(asker, id, deliveryId, now));
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Sends again what happened at a time or later: {since}")
    public Response replaySince(@PathParam("id") UUID id, Body body) {
        Instant since =
                body.time("since").orElseThrow(() -> new Invalid("since", say("webhook.since")));
        return limited((asker, now) -> deliveries.replaySince(asker, id, since, now));
    }

    private Response limited(BiFunction<UUID, Instant, Replay> work) {
        UUID asker = publisher.require();
        return attempts.take(asker)
                .map(wait -> Problem.tooMany(Attempts.what(), wait).response())
                .orElseGet(() -> answer(work.apply(asker, Instant.now())));
    }

    private static Response answer(Replay replay) {
        return switch (replay) {
            case Replay.Queued q ->
                    Response.accepted(
                                    q.deliveryId()
                                            .<Record>map(One::new)
                                            .orElseGet(() -> new Several(q.deliveries())))
                            .build();
            case Replay.Unknown u -> Problem.notFound(u.what()).response();
            case Replay.SwitchedOff s -> Problem.of(409, s.sentence()).response();
        };
    }
}
