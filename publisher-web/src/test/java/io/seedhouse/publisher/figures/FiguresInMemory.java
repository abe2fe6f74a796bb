package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
final class FiguresInMemory implements Figures {
    final List<Sum> sums = new ArrayList<>();
    final List<Begun> begun = new ArrayList<>();
    final List<Recent> recent = new ArrayList<>();

    @Override
    public List<Sum> sums(Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        return sums.stream()
                .filter(s -> bundleIds.contains(s.bundleId()) && within(s.day(), from, until))
                .toList();
    }

    @Override
    public List<Begun> begun(Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        return begun.stream()
                .filter(b -> bundleIds.contains(b.bundleId()) && within(b.day(), from, until))
                .toList();
    }

    @Override
    public List<Recent> newest(Collection<UUID> bundleIds, int limit) {
        return recent.stream().filter(r -> bundleIds.contains(r.bundleId())).limit(limit).toList();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
