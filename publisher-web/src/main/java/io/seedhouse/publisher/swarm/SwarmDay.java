package io.seedhouse.publisher.swarm;

import java.time.LocalDate;

/**
 * A bundle's swarm on a day.
 *
 * @param seeders peers with everything, on average
 * @param leechers peers that still fetched, on average
 */
public record SwarmDay(LocalDate day, double seeders, double leechers, Carried carried) {
    static SwarmDay of(Object[] row) {
        double samples = Math.max(1, number(row[1]));
        return new SwarmDay(
                LocalDate.ofEpochDay(number(row[0])),
                number(row[2]) / samples,
                number(row[3]) / samples,
                new Carried(number(row[4]), number(row[5]), number(row[6])));
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }
}
