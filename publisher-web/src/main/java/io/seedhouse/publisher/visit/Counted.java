package io.seedhouse.publisher.visit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What one count is of.
 *
 * @param day in UTC
 * @param name a host or a country; empty where the kind has none, or it is not known
 */
record Counted(UUID bundleId, LocalDate day, Kind kind, String name)
        implements Comparable<Counted> {
    private static final Comparator<Counted> ORDER =
            Comparator.comparing(Counted::bundleId)
                    .thenComparing(Counted::day)
                    .thenComparing(Counted::kind)
                    .thenComparing(Counted::name);

    /** The same without its name. */
    Counted nameless() {
        return new Counted(bundleId, day, kind, "");
    }

    @Override
    public int compareTo(Counted other) {
        return ORDER.compare(this, other);
    }
}
