package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.swarm.SwarmBook;
import io.seedhouse.publisher.visit.Kind;
import io.seedhouse.publisher.visit.VisitBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Gathers what was counted. */
@ApplicationScoped
class Reckoner {
    /** Hosts and countries of a table. */
    private static final int NAMES = 1000;

    @Inject Figures figures;
    @Inject VisitBook visits;
    @Inject SwarmBook swarms;

    InstantSource clock = InstantSource.system();

    LocalDate today() {
        return day(clock.instant());
    }

    /** A period of these bundles; all of it begins when the first was made. */
    Period period(String name, List<Bundle> bundles) {
        LocalDate first =
                bundles.stream()
                        .map(Bundle::created)
                        .min(Comparator.naturalOrder())
                        .map(Reckoner::day)
                        .orElse(today());
        return Period.of(name, today(), first);
    }

    Material material(List<UUID> bundles, Period period) {
        return new Material(
                figures.sums(bundles, period.from(), period.until()),
                figures.begun(bundles, period.from(), period.until()),
                visits.daily(bundles, period.from(), period.until()));
    }

    Study study(UUID bundle, Period period) {
        Material material = material(List.of(bundle), period);
        LocalDate from = period.from();
        LocalDate until = period.until();
        return new Study(
                period,
                material.sums(),
                material.byDay(period),
                visits.names(bundle, Kind.REFERRER, from, until, NAMES),
                visits.names(bundle, Kind.COUNTRY, from, until, NAMES),
                swarms.daily(bundle, from, until),
                swarms.before(bundle, from));
    }

    private static LocalDate day(java.time.Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
