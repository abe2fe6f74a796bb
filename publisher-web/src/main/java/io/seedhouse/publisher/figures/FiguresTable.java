package io.seedhouse.publisher.figures;

import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.csv.CsvAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A table of one bundle's figures, for its publisher. */
@Path("studio/{id: [0-9a-f-]{36}}/figures.csv")
@ForPublishers
public class FiguresTable {
    @Inject Owned owned;

    @GET
    public Response table(
            @PathParam("id") UUID id,
            @QueryParam("what") @DefaultValue("money") String what,
            @QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        Bundle bundle = owned.bundle(id);
        String name = "%s-%s.csv".formatted(bundle.slug(), Tables.known(what));
        return CsvAnswer.of(name, "csv", Tables.write(what, owned.study(bundle, days)));
    }
}
