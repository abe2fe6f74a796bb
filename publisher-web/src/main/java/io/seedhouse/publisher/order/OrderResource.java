package io.seedhouse.publisher.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** An order, for whoever holds its token. */
@Path("api/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
    @Inject Orders orders;

    public record View(
            UUID orderId,
            UUID bundleId,
            String title,
            String tier,
            Money amount,
            String status,
            List<String> files,
            String keyringUrl) {
        static View of(BuyersOrder o) {
            return new View(
                    o.orderId(),
                    o.bundleId(),
                    o.title(),
                    o.tier(),
                    o.amount(),
                    o.status().name().toLowerCase(Locale.ROOT),
                    o.files().stream().map(PaidFile::name).toList(),
                    o.keyringUrl());
        }
    }

    @GET
    @Operation(summary = "Where an order stands; its own token is the bearer token")
    public Response show(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("Authorization") @Nullable String authorization) {
        Optional<String> token = Bearer.of(authorization);
        if (token.isEmpty()) {
            return Problem.unauthorized("Send the order's token as a bearer token.").response();
        }
        return orders.find(orderId, token.get())
                .map(View::of)
                .map(view -> Response.ok(view).header("Cache-Control", "no-store").build())
                .orElseGet(() -> Problem.of(404, "No order has this id and token.").response());
    }
}
