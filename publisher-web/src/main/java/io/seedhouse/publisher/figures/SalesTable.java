package io.seedhouse.publisher.figures;

import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.csv.CsvAnswer;
import io.seedhouse.publisher.csv.CsvWriter;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a publisher has sold, as a table: one line for each bundle and currency. */
@Path("studio/sales.csv")
@ForPublishers
public class SalesTable {
    @Inject Owned owned;
    @Inject Reckoner reckoner;

    @GET
    public Response table(@QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        List<Bundle> own = owned.bundles();
        Map<UUID, Total> totals = owned.material(own, reckoner.period(days, own)).byBundle();
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "bundle",
                                        "title",
                                        "currency",
                                        "orders",
                                        "gross",
                                        "refunds",
                                        "refunded",
                                        "disputed",
                                        "net"));
        own.forEach(bundle ->
                totals.getOrDefault(bundle.id(), Total.NOTHING)
                        .revenue()
                        .values()
                        .forEach(revenue -> table.row(line(bundle, revenue))));
        return CsvAnswer.of("sales.csv", "csv", table);
    }

    private static List<String> line(Bundle bundle, Revenue r) {
        return List.of(
                bundle.slug(),
                bundle.title(),
                r.currency(),
                Long.toString(r.orders()),
                Prices.typed(r.money(r.gross())),
                Long.toString(r.refunds()),
                Prices.typed(r.money(r.refunded())),
                Prices.typed(r.money(r.disputed())),
                Prices.typed(r.money(r.net())));
    }
}
