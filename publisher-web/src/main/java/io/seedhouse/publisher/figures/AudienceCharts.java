package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.chart.Heading;
import io.seedhouse.publisher.chart.Mark;
import io.seedhouse.publisher.chart.Ranks;
import io.seedhouse.publisher.figures.Draw.Column;
import io.seedhouse.publisher.figures.Draw.Measure;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.visit.VisitBook.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** Who came, from where, and what they took. */
final class AudienceCharts {
    /** Names of a chart and its table; the rest is one line, and the CSV has all. */
    static final int SHOWN = 10;

    private AudienceCharts() {}

    static List<Figure> downloads(Step step, SortedMap<LocalDate, Total> steps) {
        return List.of(free(step, steps), email(step, steps), paid(step, steps));
    }

    private static Figure free(Step step, SortedMap<LocalDate, Total> steps) {
        long all = Total.of(steps.values()).counts().freeDownloads();
        return Draw.bars(
                new Heading(
                        "downloads-free",
                        say("figures.downloads.free"),
                        count("figures.downloads.says", all)),
                step,
                steps,
                Measure.count(t -> t.counts().freeDownloads()),
                List.of(
                        Column.count(say("figures.torrents"), t -> t.counts().torrents()),
                        Column.count(say("figures.magnets"), t -> t.counts().magnets()),
                        Column.count(say("figures.free-orders"), t -> t.counts().free())));
    }

    private static Figure email(Step step, SortedMap<LocalDate, Total> steps) {
        long all = Total.of(steps.values()).counts().email();
        return Draw.bars(
                new Heading(
                        "downloads-email",
                        say("figures.downloads.email"),
                        count("figures.downloads.says", all)),
                step,
                steps,
                Measure.count(t -> t.counts().email()),
                List.of(Column.count(say("figures.email-orders"), t -> t.counts().email())));
    }

    private static Figure paid(Step step, SortedMap<LocalDate, Total> steps) {
        long all = Total.of(steps.values()).counts().paidDownloads();
        return Draw.bars(
                new Heading(
                        "downloads-paid",
                        say("figures.downloads.paid"),
                        count("figures.downloads.says", all)),
                step,
                steps,
                Measure.count(t -> t.counts().paidDownloads()),
                List.of(
                        Column.count(say("figures.bought"), t -> t.counts().bought()),
                        Column.count(say("figures.redeemed"), t -> t.counts().redeemed())));
    }

    static Figure visits(Step step, SortedMap<LocalDate, Total> steps) {
        long all = Total.of(steps.values()).counts().visits();
        return Draw.lines(
                new Heading(
                        "visits", say("figures.visits.title"), count("figures.visits.says", all)),
                step,
                steps,
                Measure.count(t -> t.counts().visits()),
                List.of(
                        Column.count(say("figures.visits"), t -> t.counts().visits()),
                        Column.count(say("figures.views"), t -> t.counts().views())));
    }

    static Figure referrers(List<Named> hosts) {
        return ranked(
                "referrers",
                say("figures.referrers.title"),
                List.of(say("figures.referrer"), say("figures.views")),
                hosts,
                host -> host.isEmpty() ? say("figures.others") : host);
    }

    static Figure countries(List<Named> codes) {
        return ranked(
                "countries",
                say("figures.countries.title"),
                List.of(say("figures.country"), say("figures.visits")),
                codes,
                AudienceCharts::country);
    }

    /** A country's name as the reader calls it. */
    static String country(String code) {
        return code.isEmpty()
                ? say("figures.country.unknown")
                : Locale.of("", code).getDisplayCountry(Reader.current().locale());
    }

    private static Figure ranked(
            String id,
            String title,
            List<String> head,
            List<Named> named,
            UnaryOperator<String> called) {
        List<Mark> marks = shown(named, called);
        String says =
                marks.isEmpty()
                        ? Draw.nothingYet()
                        : say("figures.ranked.says", marks.getFirst().label());
        Heading heading = new Heading(id, title, says);
        return Draw.named(heading, Ranks.svg(heading, marks, Draw.nothingYet()), head, marks);
    }

    private static List<Mark> shown(List<Named> named, UnaryOperator<String> called) {
        List<Mark> marks = new ArrayList<>();
        named.stream()
                .limit(SHOWN)
                .forEach(n -> marks.add(mark(called.apply(n.name()), n.amount())));
        long rest = named.stream().skip(SHOWN).mapToLong(Named::amount).sum();
        if (rest > 0) {
            marks.add(mark(count("figures.more", named.size() - SHOWN), rest));
        }
        return marks;
    }

    private static Mark mark(String name, long amount) {
        return new Mark(name, amount, Draw.count(amount));
    }
}
