package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.chart.Heading;
import io.seedhouse.publisher.chart.Lines;
import io.seedhouse.publisher.chart.Mark;
import io.seedhouse.publisher.chart.Ring;
import io.seedhouse.publisher.figures.Draw.Column;
import io.seedhouse.publisher.figures.Draw.Measure;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.publisher.swarm.Carried;
import io.seedhouse.publisher.swarm.SwarmDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Who shared, and who carried what. */
final class SwarmCharts {
    private SwarmCharts() {}

    /**
     * Days put together.
     *
     * @param days how many; peers are sums of their averages
     * @param whole what was carried from the first day of all up to the end of these
     */
    record Look(int days, double seeders, double leechers, Carried carried, Carried whole) {
        Look plus(Look later) {
            return new Look(
                    days + later.days,
                    seeders + later.seeders,
                    leechers + later.leechers,
                    carried.plus(later.carried),
                    later.whole);
        }
    }

    static List<Figure> all(Study study) {
        Step step = Step.of(study.period());
        SortedMap<LocalDate, Look> looks = looks(step, study);
        List<Figure> figures = new ArrayList<>();
        figures.add(ring(study.carried()));
        figures.add(share(step, looks));
        figures.add(peers("seeders", say("figures.seeders"), step, looks, Look::seeders));
        figures.add(peers("leechers", say("figures.leechers"), step, looks, Look::leechers));
        figures.add(completed(step, looks));
        figures.add(sent(step, looks));
        return figures;
    }

    private static SortedMap<LocalDate, Look> looks(Step step, Study study) {
        SortedMap<LocalDate, Look> looks = new TreeMap<>();
        Carried whole = study.before();
        for (SwarmDay day : study.swarm()) {
            whole = whole.plus(day.carried());
            Look look = new Look(1, day.seeders(), day.leechers(), day.carried(), whole);
            looks.merge(step.began(day.day()), look, Look::plus);
        }
        return looks;
    }

    private static Figure ring(Carried carried) {
        double share = carried.share().orElse(0);
        Heading heading =
                new Heading(
                        "carried",
                        say("figures.carried.title"),
                        say(
                                "figures.carried.says",
                                Sizes.of(carried.byPeers()),
                                Sizes.of(carried.needed())));
        String words = carried.share().isPresent() ? Draw.percent(share) : say("figures.unknown");
        return new Figure(
                heading.id(),
                heading.title(),
                Ring.svg(heading, share, words),
                List.of(say("figures.carried.what"), say("figures.carried.bytes")),
                List.of(
                        List.of(say("figures.carried.needed"), Sizes.of(carried.needed())),
                        List.of(say("figures.carried.sent"), Sizes.of(carried.sent())),
                        List.of(say("figures.carried.peers"), Sizes.of(carried.byPeers()))),
                say("figures.carried.note"));
    }

    private static Figure share(Step step, SortedMap<LocalDate, Look> looks) {
        SortedMap<LocalDate, Look> known = new TreeMap<>(looks);
        known.values().removeIf(look -> look.whole().share().isEmpty());
        Heading heading =
                new Heading("share", say("figures.share.title"), say("figures.share.says"));
        Measure<Look> measure =
                new Measure<>(look -> look.whole().share().orElse(0), Draw::percent, Draw::percent);
        List<Mark> marks = Draw.marks(step, known, measure);
        return Draw.figure(
                heading,
                Lines.svg(heading, marks, 1, Draw::percent, Draw.nothingYet()),
                step,
                known,
                List.of(
                        new Column<>(
                                say("figures.carried.title"),
                                look -> Draw.percent(look.whole().share().orElse(0)))));
    }

    private static Figure peers(
            String id,
            String title,
            Step step,
            SortedMap<LocalDate, Look> looks,
            Function<Look, Double> sum) {
        Function<Look, Double> mean = look -> sum.apply(look) / look.days();
        return Draw.lines(
                new Heading(id, title, say("figures.peers.says")),
                step,
                looks,
                new Measure<>(mean, SwarmCharts::peers, SwarmCharts::peers),
                List.of(new Column<>(title, look -> peers(mean.apply(look)))));
    }

    private static String peers(double mean) {
        return mean == Math.rint(mean) || mean >= 10
                ? Draw.count(mean)
                : String.format(Reader.current().locale(), "%.1f", mean);
    }

    private static Figure completed(Step step, SortedMap<LocalDate, Look> looks) {
        return Draw.bars(
                new Heading("completed", say("figures.completed"), say("figures.completed.says")),
                step,
                looks,
                Measure.count(look -> look.carried().completed()),
                List.of(
                        Column.count(
                                say("figures.completed"), look -> look.carried().completed())));
    }

    private static Figure sent(Step step, SortedMap<LocalDate, Look> looks) {
        return Draw.bars(
                new Heading("sent", say("figures.sent"), say("figures.sent.says")),
                step,
                looks,
                new Measure<>(
                        look -> (double) look.carried().sent(),
                        bytes -> Sizes.of((long) bytes),
                        bytes -> Sizes.of((long) bytes)),
                List.of(
                        new Column<>(
                                say("figures.sent"), look -> Sizes.of(look.carried().sent()))));
    }
}
