package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Figures;
import io.seedhouse.paygate.api.Figures.Recent;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.csv.CsvAnswer;
import io.seedhouse.publisher.csv.CsvWriter;
import io.seedhouse.publisher.figures.SalesView.Row;
import io.seedhouse.publisher.figures.SalesView.Sale;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a publisher has sold. */
@Path("studio")
@ForPublishers
public class SalesPage {
    private static final int NEWEST = 20;

    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Figures figures;
    @Inject Reckoner reckoner;

    @GET
    @Path("sales")
    public Page show(@QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        List<Bundle> own = bundles.ofPublisher(current.require());
        Period period = reckoner.period(days, own);
        Material material = reckoner.material(ids(own), period);
        SortedMap<LocalDate, Total> byDay = material.byDay(period);
        Step step = Step.of(period);
        return new Page(
                "figures/sales.jte",
                new SalesView(
                        period.name(),
                        Heads.of(Total.of(byDay.values())),
                        MoneyCharts.revenue(step, Material.bySteps(byDay, step)),
                        rows(own, material.byBundle()),
                        newest(own)));
    }

    @GET
    @Path("sales.csv")
    public Response table(@QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        List<Bundle> own = bundles.ofPublisher(current.require());
        Map<UUID, Total> totals =
                reckoner.material(ids(own), reckoner.period(days, own)).byBundle();
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "bundle", "title", "currency", "orders", "gross",
                                        "refunds", "refunded", "disputed", "net"));
        own.forEach(b ->
                totals.getOrDefault(b.id(), Total.NOTHING)
                        .revenue()
                        .values()
                        .forEach(revenue -> table.row(line(b, revenue))));
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

    private static List<UUID> ids(List<Bundle> bundles) {
        return bundles.stream().map(Bundle::id).toList();
    }

    /** Those that anybody could have seen. */
    private static List<Row> rows(List<Bundle> own, Map<UUID, Total> totals) {
        return own.stream()
                .filter(b -> b.published() != null)
                .map(b -> row(b, totals.getOrDefault(b.id(), Total.NOTHING)))
                .toList();
    }

    private static Row row(Bundle bundle, Total total) {
        return new Row(
                bundle.id().toString(),
                bundle.title(),
                Draw.count(total.counts().visits()),
                Draw.count(total.counts().paid()),
                Draw.count(total.refunds()),
                MoneyCharts.conversion(total.counts()),
                total.revenue().values().stream()
                        .map(r -> MoneyCharts.amount(r, r.net()))
                        .toList());
    }

    private List<Sale> newest(List<Bundle> own) {
        Map<UUID, Bundle> byId =
                own.stream().collect(Collectors.toMap(Bundle::id, Function.identity()));
        return figures.newest(byId.keySet(), NEWEST).stream()
                .map(order -> sale(order, byId))
                .toList();
    }

    private static Sale sale(Recent order, Map<UUID, Bundle> own) {
        Bundle bundle = own.get(order.bundleId());
        return new Sale(
                "/studio/%s/orders/%s".formatted(order.bundleId(), order.orderId()),
                order.at(),
                bundle == null ? "" : bundle.title(),
                order.tier(),
                order.email(),
                Prices.tag(order.amount()),
                state(order));
    }

    private static String state(Recent order) {
        boolean partly =
                order.status() == Orders.Status.PAID && order.refunded().amount() > 0;
        return partly
                ? say("figures.state.partly", Prices.amount(order.refunded()))
                : say("figures.state." + order.status().name().toLowerCase(Locale.ROOT));
    }
}
