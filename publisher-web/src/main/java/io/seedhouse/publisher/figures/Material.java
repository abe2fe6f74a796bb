package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Begun;
import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.publisher.visit.VisitBook.Daily;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What was counted of some bundles in a period, and the ways to add it up. */
record Material(List<Sum> sums, List<Begun> begun, List<Daily> visits) {

    /** Every day of the period, also those on which nothing happened. */
    SortedMap<LocalDate, Total> byDay(Period period) {
        SortedMap<LocalDate, Total> days = new TreeMap<>();
        period.days().forEach(day -> days.put(day, Total.NOTHING));
        each((key, total) -> days.merge(key.day(), total, Total::plus));
        return days;
    }

    /** Bundles of which anything was counted. */
    Map<UUID, Total> byBundle() {
        Map<UUID, Total> bundles = new HashMap<>();
        each((key, total) -> bundles.merge(key.bundleId(), total, Total::plus));
        return bundles;
    }

    private record Key(UUID bundleId, LocalDate day) {}

    private void each(BiConsumer<Key, Total> add) {
        sums.forEach(s -> add.accept(new Key(s.bundleId(), s.day()), Total.of(s)));
        begun.forEach(b ->
                add.accept(new Key(b.bundleId(), b.day()), Total.of(Counts.begun(b.checkouts()))));
        Consumer<Daily> visit =
                v -> add.accept(new Key(v.bundleId(), v.day()), Total.of(Counts.of(v)));
        visits.forEach(visit);
    }

    /** Days put together. */
    static SortedMap<LocalDate, Total> bySteps(SortedMap<LocalDate, Total> days, Step step) {
        SortedMap<LocalDate, Total> steps = new TreeMap<>();
        days.forEach((day, total) -> steps.merge(step.began(day), total, Total::plus));
        return steps;
    }
}
