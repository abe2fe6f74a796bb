package io.seedhouse.publisher.figures;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The figures of a bundle, for its publisher's programs. */
@Path("api/v1/bundles/{id}/figures")
@RolesAllowed("publisher")
public class FiguresResource {
    @Inject CurrentPublisher publisher;
    @Inject Bundles bundles;
    @Inject Reckoner reckoner;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Money, visits, downloads and swarm of a bundle, by the day",
            description =
                    "?days= is 7, 30 (the usual), 90, 365 or all; days are those of UTC and the"
                            + " last one is today. Money is in minor units and never added across"
                            + " currencies; refunds count on the day of their order.")
    public Response show(
            @PathParam("id") UUID id, @QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        return bundles.find(publisher.require(), id)
                .map(bundle -> answer(bundle, days))
                .orElseGet(() -> Problem.notFound("bundle").response());
    }

    private Response answer(Bundle bundle, String days) {
        Period period = reckoner.period(days, List.of(bundle));
        return Response.ok(Answer.of(reckoner.study(bundle.id(), period)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
