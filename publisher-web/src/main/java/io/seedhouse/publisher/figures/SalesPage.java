package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Figures;
import io.seedhouse.paygate.api.Figures.Recent;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.figures.SalesView.Row;
import io.seedhouse.publisher.figures.SalesView.Sale;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.Prices;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a publisher has sold. */
@Path("studio/sales")
@ForPublishers
public class SalesPage {
    private static final int NEWEST = 20;

    @Inject Owned owned;
    @Inject Figures figures;
    @Inject Reckoner reckoner;

    @GET
    public Page show(@QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        List<Bundle> own = owned.bundles();
        Period period = reckoner.period(days, own);
        Material material = owned.material(own, period);
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
        boolean partly = order.status() == Orders.Status.PAID && order.refunded().amount() > 0;
        return partly
                ? say("figures.state.partly", Prices.amount(order.refunded()))
                : say("figures.state." + order.status().name().toLowerCase(Locale.ROOT));
    }
}
