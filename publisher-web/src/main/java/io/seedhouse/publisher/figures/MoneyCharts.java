package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.chart.Heading;
import io.seedhouse.publisher.chart.Mark;
import io.seedhouse.publisher.chart.Ranks;
import io.seedhouse.publisher.figures.Draw.Column;
import io.seedhouse.publisher.figures.Draw.Measure;
import io.seedhouse.publisher.page.Prices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** What was earned, and how many of those who came paid. */
final class MoneyCharts {
    private MoneyCharts() {}

    /** A chart for each currency; one that says so where nothing was charged. */
    static List<Figure> revenue(Step step, SortedMap<LocalDate, Total> steps) {
        Total total = Total.of(steps.values());
        if (total.revenue().isEmpty()) {
            return List.of(orders(step, steps));
        }
        List<Figure> figures = new ArrayList<>();
        total.revenue().keySet().forEach(c -> figures.add(revenue(step, steps, total.in(c))));
        figures.add(orders(step, steps));
        return figures;
    }

    private static Figure revenue(Step step, SortedMap<LocalDate, Total> steps, Revenue whole) {
        String currency = whole.currency();
        String code = currency.toUpperCase(Locale.ROOT);
        Heading heading =
                new Heading(
                        "revenue-" + currency,
                        say("figures.revenue.title", code),
                        say("figures.revenue.says", amount(whole, whole.net())));
        Measure<Total> net =
                new Measure<>(
                        t -> (double) t.in(currency).net(),
                        v -> money(currency, v),
                        v -> money(currency, v));
        return Draw.bars(heading, step, steps, net, columns(currency));
    }

    private static List<Column<Total>> columns(String currency) {
        return List.of(
                Column.count(say("figures.orders"), t -> t.in(currency).orders()),
                new Column<>(say("figures.gross"), t -> amount(t.in(currency), Part.GROSS)),
                new Column<>(say("figures.refunded"), t -> amount(t.in(currency), Part.REFUNDED)),
                new Column<>(say("figures.disputed"), t -> amount(t.in(currency), Part.DISPUTED)),
                new Column<>(say("figures.net"), t -> amount(t.in(currency), Part.NET)));
    }

    private enum Part {
        GROSS,
        REFUNDED,
        DISPUTED,
        NET
    }

    private static String amount(Revenue revenue, Part part) {
        return amount(
                revenue,
                switch (part) {
                    case GROSS -> revenue.gross();
                    case REFUNDED -> revenue.refunded();
                    case DISPUTED -> revenue.disputed();
                    case NET -> revenue.net();
                });
    }

    static String amount(Revenue revenue, long amount) {
        return Prices.amount(revenue.money(amount));
    }

    private static String money(String currency, double minor) {
        return Prices.amount(new Money(Math.round(minor), currency));
    }

    private static Figure orders(Step step, SortedMap<LocalDate, Total> steps) {
        long paid = Total.of(steps.values()).counts().paid();
        return Draw.bars(
                new Heading(
                        "orders", say("figures.orders.title"), count("figures.orders.says", paid)),
                step,
                steps,
                Measure.count(t -> t.counts().paid()),
                List.of(
                        Column.count(say("figures.bought"), t -> t.counts().bought()),
                        Column.count(say("figures.gifts"), t -> t.counts().gifts()),
                        Column.count(say("figures.refunds"), Total::refunds)));
    }

    /** From visits to payments. */
    static Figure funnel(Counts counts) {
        List<Mark> marks =
                List.of(
                        stage(say("figures.visits"), counts.visits(), counts.visits()),
                        stage(say("figures.checkouts"), counts.checkouts(), counts.visits()),
                        stage(say("figures.paid"), counts.paid(), counts.visits()));
        Heading heading =
                new Heading(
                        "conversion",
                        say("figures.conversion.title"),
                        say("figures.conversion.says", conversion(counts)));
        return Draw.named(
                        heading,
                        Ranks.svg(heading, marks, Draw.nothingYet()),
                        List.of(say("figures.stage"), say("figures.number")),
                        marks)
                .noted(say("figures.conversion.note"));
    }

    private static Mark stage(String name, long number, long visits) {
        String words = Draw.count(number);
        return new Mark(
                name,
                number,
                visits == 0 || number == visits
                        ? words
                        : words + " (" + Draw.percent((double) number / visits) + ")");
    }

    /** Orders that were paid, of each hundred visits. */
    static String conversion(Counts counts) {
        return counts.visits() == 0
                ? say("figures.unknown")
                : Draw.percent((double) counts.paid() / counts.visits());
    }
}
