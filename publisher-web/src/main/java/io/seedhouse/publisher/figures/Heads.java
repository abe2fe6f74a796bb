package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.figures.FiguresView.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The few numbers above everything else. */
final class Heads {
    private Heads() {}

    static List<Head> of(Total total) {
        List<Head> heads = new ArrayList<>();
        total.revenue().values().forEach(revenue -> heads.add(money(revenue)));
        Counts counts = total.counts();
        heads.add(
                new Head(
                        say("figures.orders"),
                        Draw.count(counts.paid()),
                        total.refunds() == 0
                                ? ""
                                : count("figures.heads.refunds", total.refunds())));
        heads.add(new Head(say("figures.visits"), Draw.count(counts.visits()), ""));
        heads.add(
                new Head(
                        say("figures.conversion.title"),
                        MoneyCharts.conversion(counts),
                        say("figures.heads.conversion")));
        return heads;
    }

    private static Head money(Revenue revenue) {
        String code = revenue.currency().toUpperCase(Locale.ROOT);
        return new Head(
                say("figures.heads.net", code),
                MoneyCharts.amount(revenue, revenue.net()),
                revenue.refunded() == 0
                        ? ""
                        : say(
                                "figures.heads.refunded",
                                MoneyCharts.amount(revenue, revenue.refunded())));
    }
}
