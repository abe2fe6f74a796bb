package io.seedhouse.publisher.webhook;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The webhooks of the publisher who asks. */
@Path("api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("publisher")
@Needs(Scope.SALES)
public class WebhookResource {
    @Inject Webhooks webhooks;
    @Inject CurrentPublisher publisher;

    @POST
    @Operation(
            summary = "Registers a webhook: {url, events?}; at most 10",
            description =
                    "The url is https, of a host on the public Internet. Without events, all there"
                            + " are. The answer holds the secret that signs, and is the only one"
                            + " that does.")
    public Response register(Body body) {
        List<String> events = body.has("events") ? body.texts("events") : EventType.labels();
        return switch (webhooks.register(
                publisher.require(), body.text("url"), events, Instant.now())) {
            case Register.Registered r ->
                    secret(
                            Response.status(Response.Status.CREATED)
                                    .entity(WebhookView.Created.of(r.shown())));
            case Register.TooMany t -> Problem.of(409, t.sentence()).response();
        };
    }

    @GET
    @Operation(summary = "All webhooks, oldest first, without their secrets")
    public WebhookView.Items list() {
        return new WebhookView.Items(
                webhooks.ofPublisher(publisher.require()).stream().map(WebhookView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One webhook: its state is on, failing or off",
            description =
                    "It is switched off by the answer 410, and when nothing was delivered for"
                            + " three days. What happens meanwhile is held.")
    public Response show(@PathParam("id") UUID id) {
        return webhooks.find(publisher.require(), id)
                .map(w -> Response.ok(WebhookView.of(w)).build())
                .orElseGet(WebhookResource::unknown);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a webhook with its deliveries")
    public Response delete(@PathParam("id") UUID id) {
        return webhooks.remove(publisher.require(), id) ? Response.noContent().build() : unknown();
    }

    @POST
    @Path("{id}/secret")
    @Operation(
            summary = "Makes a new secret",
            description =
                    "For 24 hours the one before signs as well: each delivery has two signatures."
                            + " Called twice, the first one ends at once.")
    public Response renew(@PathParam("id") UUID id) {
        return webhooks.renew(publisher.require(), id, Instant.now())
                .map(shown -> secret(Response.ok(WebhookView.Renewed.of(shown))))
                .orElseGet(WebhookResource::unknown);
    }

    @POST
    @Path("{id}/on")
    @Operation(summary = "Switches a webhook on again, and sends what was held")
    public Response switchOn(@PathParam("id") UUID id) {
        return webhooks.switchOn(publisher.require(), id, Instant.now())
                .map(w -> Response.ok(WebhookView.of(w)).build())
                .orElseGet(WebhookResource::unknown);
    }

    private static Response secret(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store").build();
    }

    private static Response unknown() {
        return Problem.notFound("webhook").response();
    }
}
