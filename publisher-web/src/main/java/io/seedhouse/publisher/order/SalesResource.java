package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The orders for a bundle, for its publisher. */
@Path("api/v1/bundles/{id}/orders")
@Produces(MediaType.APPLICATION_JSON)
public class SalesResource {
    @Inject Orders orders;
    @Inject Bundles bundles;
    @Inject CurrentPublisher publisher;

    public record Sales(List<Sale> items) {}

    /**
     * @param grants names of the files whose keys the order may fetch now
     */
    public record Sale(
            UUID orderId,
            String tier,
            String email,
            Money amount,
            String status,
            Instant created,
            List<String> grants) {
        static Sale of(PublishersOrder o) {
            return new Sale(
                    o.orderId(),
                    o.tier(),
                    o.email(),
                    o.amount(),
                    o.status().name().toLowerCase(Locale.ROOT),
                    o.created(),
                    o.grants());
        }
    }

    @GET
    @RolesAllowed("publisher")
    @Operation(summary = "All orders for a bundle, newest first")
    public Response list(@PathParam("id") UUID id) {
        if (bundles.find(publisher.require(), id).isEmpty()) {
            return Problem.notFound("bundle").response();
        }
        List<Sale> sales = orders.ofBundle(id).stream().map(Sale::of).toList();
        return Response.ok(new Sales(sales)).build();
    }
}
