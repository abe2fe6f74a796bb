package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.Delivery;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.Happening;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The orders for a bundle, for its publisher. */
@Path("api/v1/bundles/{id}/orders")
@RolesAllowed("publisher")
@Needs(Scope.SALES)
public class SalesResource {
    @Inject Orders orders;
    @Inject Bundles bundles;
    @Inject CurrentPublisher publisher;

    public record Sales(List<Sale> items) {}

    /**
     * @param keys when keyrings of the order left, and to which network
     * @param history what happened to the order, oldest first
     */
    public record Proof(Sale order, List<Delivery> keys, List<Happening> history) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All orders for a bundle, newest first")
    public Response list(@PathParam("id") UUID id) {
        if (bundles.find(publisher.require(), id).isEmpty()) {
            return Problem.notFound("bundle").response();
        }
        List<Sale> sales = orders.ofBundle(id).stream().map(Sale::of).toList();
        return Response.ok(new Sales(sales)).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("{orderId}/evidence")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "All that speaks for the publisher when the order's charge is disputed",
            description =
                    "The order, its mails, what happened to it, and when its keys were fetched and"
                            + " from which network. As text/plain it is a letter for a bank.")
    public Response evidence(
            @PathParam("id") UUID id,
            @PathParam("orderId") UUID orderId,
            @Context HttpHeaders headers) {
        Optional<Bundle> bundle = bundles.find(publisher.require(), id);
        Optional<Evidence> found = bundle.flatMap(b -> orders.evidence(id, orderId));
        if (found.isEmpty()) {
            return Problem.notFound("order").response();
        }
        Evidence e = found.get();
        Response.ResponseBuilder answer =
                wantsText(headers.getAcceptableMediaTypes())
                        ? Response.ok(
                                EvidenceLetter.of(bundle.get().title(), e),
                                MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        : Response.ok(
                                new Proof(Sale.of(e.order()), e.keys(), e.history()),
                                MediaType.APPLICATION_JSON_TYPE);
        return answer.header("Cache-Control", "no-store").build();
    }

    /** Whether text is what the client would rather have. */
    static boolean wantsText(List<MediaType> bestFirst) {
        MediaType best = bestFirst.getFirst();
        return !best.isWildcardType() && best.isCompatible(MediaType.TEXT_PLAIN_TYPE);
    }
}
