package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.csv.CsvWriter;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.swarm.SwarmDay;
import io.seedhouse.publisher.visit.VisitBook.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bundle's figures as tables for programs: always by the day, names in English. */
final class Tables {
    private static final List<String> NAMES =
            List.of("money", "visits", "downloads", "swarm", "referrers", "countries");

    private Tables() {}

    /**
     * @throws Invalid for a name of none
     */
    static String known(String what) {
        if (!NAMES.contains(what)) {
            throw new Invalid("what", say("figures.csv.unknown", what, String.join(", ", NAMES)));
        }
        return what;
    }

    static CsvWriter write(String what, Study study) {
        return switch (known(what)) {
            case "money" -> money(study.sums());
            case "visits" -> visits(study);
            case "downloads" -> downloads(study);
            case "swarm" -> swarm(study.swarm());
            case "referrers" -> named("referrer", "views", study.referrers());
            default -> named("country", "visits", study.countries());
        };
    }

    private static CsvWriter money(List<Sum> sums) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "day",
                                        "tier",
                                        "way",
                                        "currency",
                                        "orders",
                                        "gross",
                                        "tips",
                                        "refunds",
                                        "refunded",
                                        "disputed",
                                        "net"));
        sums.forEach(s -> table.row(money(s)));
        return table;
    }

    private static List<String> money(Sum sum) {
        Revenue revenue = Revenue.of(sum);
        return List.of(
                sum.day().toString(),
                sum.tier(),
                sum.way().name().toLowerCase(Locale.ROOT),
                sum.currency(),
                text(sum.orders()),
                amount(revenue, sum.gross()),
                amount(revenue, sum.tips()),
                text(sum.refunds()),
                amount(revenue, sum.refunded()),
                amount(revenue, sum.disputed()),
                amount(revenue, revenue.net()));
    }

    private static String amount(Revenue revenue, long minor) {
        return Prices.typed(revenue.money(minor));
    }

    private static CsvWriter visits(Study study) {
        CsvWriter table =
                new CsvWriter().row(List.of("day", "views", "visits", "checkouts", "paid"));
        study.days()
                .forEach((day, total) -> {
                    Counts c = total.counts();
                    table.row(row(day.toString(), c.views(), c.visits(), c.checkouts(), c.paid()));
                });
        return table;
    }

    private static CsvWriter downloads(Study study) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "day",
                                        "torrents",
                                        "magnets",
                                        "free",
                                        "email",
                                        "bought",
                                        "redeemed",
                                        "gifts"));
        study.days()
                .forEach((day, total) -> {
                    Counts c = total.counts();
                    table.row(
                            row(
                                    day.toString(),
                                    c.torrents(),
                                    c.magnets(),
                                    c.free(),
                                    c.email(),
                                    c.bought(),
                                    c.redeemed(),
                                    c.gifts()));
                });
        return table;
    }

    private static CsvWriter swarm(List<SwarmDay> days) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "day",
                                        "seeders",
                                        "leechers",
                                        "completed",
                                        "sentBytes",
                                        "neededBytes"));
        days.forEach(day ->
                table.row(
                        List.of(
                                day.day().toString(),
                                decimal(day.seeders()),
                                decimal(day.leechers()),
                                text(day.carried().completed()),
                                text(day.carried().sent()),
                                text(day.carried().needed()))));
        return table;
    }

    private static CsvWriter named(String name, String amount, List<Named> all) {
        CsvWriter table = new CsvWriter().row(List.of(name, amount));
        all.forEach(n -> table.row(List.of(n.name(), text(n.amount()))));
        return table;
    }

    private static List<String> row(String first, long... numbers) {
        List<String> row = new ArrayList<>(List.of(first));
        for (long number : numbers) {
            row.add(text(number));
        }
        return row;
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String decimal(double mean) {
        return String.format(Locale.ROOT, "%.2f", mean);
    }
}
