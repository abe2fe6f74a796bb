package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.publisher.swarm.Carried;
import io.seedhouse.publisher.swarm.SwarmDay;
import io.seedhouse.publisher.visit.VisitBook.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * One bundle in a period.
 *
 * @param sums its money by day, tier, currency and way
 * @param days all of the period
 * @param referrers hosts, the commonest first
 * @param countries two letters each, the commonest first
 * @param swarm days on which the swarm was looked at
 * @param before what had been carried before the period
 */
record Study(
        Period period,
        List<Sum> sums,
        SortedMap<LocalDate, Total> days,
        List<Named> referrers,
        List<Named> countries,
        List<SwarmDay> swarm,
        Carried before) {

    Total total() {
        return Total.of(days.values());
    }

    SortedMap<LocalDate, Total> steps() {
        return Material.bySteps(days, Step.of(period));
    }

    /** Who carried what from the first day on, up to now. */
    Carried carried() {
        return swarm.stream().map(SwarmDay::carried).reduce(before, Carried::plus);
    }
}
