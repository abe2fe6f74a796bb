package io.seedhouse.publisher.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.swarm.Carried;
import io.seedhouse.publisher.swarm.SwarmDay;
import io.seedhouse.publisher.visit.VisitBook.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
    private static final Pattern MARK = Pattern.compile("<g><title>(.*?): (.*?)</title>");

    /** Each chart's marks and its table tell the same, whatever there is to tell. */
    @Test
    void drawsWhatTheTableSays() {
        Random random = new Random(11);
        for (String days : Period.NAMES) {
            Study study = study(Period.of(days, TODAY, TODAY.minusDays(900)), random);
            Step step = Step.of(study.period());
            Stream.of(
                            Stream.of(AudienceCharts.visits(step, study.steps())),
                            Stream.of(MoneyCharts.funnel(study.total().counts())),
                            Stream.of(AudienceCharts.referrers(study.referrers())),
                            Stream.of(AudienceCharts.countries(study.countries())),
                            MoneyCharts.revenue(step, study.steps()).stream()
                                    .filter(f -> f.id().startsWith("revenue")),
                            SwarmCharts.all(study).stream().skip(1))
                    .flatMap(figures -> figures)
                    .forEach(DrawTest::compare);
        }
    }

    private static void compare(Figure figure) {
        boolean money = figure.id().startsWith("revenue");
        boolean time = !List.of("conversion", "referrers", "countries").contains(figure.id());
        List<List<String>> marks = new ArrayList<>();
        Matcher found = MARK.matcher(figure.svg());
        while (found.find()) {
            marks.add(List.of(found.group(1), found.group(2)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : figure.rows()) {
            rows.add(List.of(row.getFirst(), money ? row.getLast() : row.get(1)));
        }
        if (time) {
            Collections.reverse(rows);
        }
        assertEquals(rows, marks, figure.id());
    }

    @Test
    void putsWhatIsBeyondTenIntoOneLine() {
        List<Named> hosts = new ArrayList<>();
        for (int n = 0; n < 25; n++) {
            hosts.add(new Named("host" + n + ".example", 100 - n));
        }
        Figure figure = AudienceCharts.referrers(hosts);
        assertEquals(11, figure.rows().size());
        long rest = hosts.stream().skip(10).mapToLong(Named::amount).sum();
        assertEquals(List.of("15 more", Draw.count(rest)), figure.rows().getLast());
    }

    @Test
    void neverAddsDifferentCurrencies() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Revenue.none("eur").plus(Revenue.none("usd")));
    }

    private static Study study(Period period, Random random) {
        SortedMap<LocalDate, Total> days = new TreeMap<>();
        List<SwarmDay> swarm = new ArrayList<>();
        period.days()
                .forEach(day -> {
                    days.put(day, total(random));
                    swarm.add(
                            new SwarmDay(
                                    day,
                                    random.nextInt(20) / 2.0,
                                    random.nextInt(5),
                                    new Carried(
                                            random.nextInt(3),
                                            random.nextInt(9000),
                                            random.nextInt(9000))));
                });
        List<Named> names = List.of(new Named("DE", 5), new Named("", 2), new Named("ES", 1));
        return new Study(period, List.of(), days, names, names, swarm, Carried.NOTHING);
    }

    private static Total total(Random random) {
        SortedMap<String, Revenue> revenue = new TreeMap<>();
        for (String currency : List.of("eur", "jpy")) {
            long gross = random.nextInt(9000);
            revenue.put(currency, new Revenue(currency, gross, 0, gross / 3, gross / 4, 3, 1));
        }
        Counts counts =
                new Counts(
                        random.nextInt(900),
                        random.nextInt(500),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(50),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(9));
        return new Total(counts, revenue);
    }
}
