package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Sum;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts and money together.
 *
 * @param revenue by currency; only those in which something was charged
 */
record Total(Counts counts, SortedMap<String, Revenue> revenue) {
    static final Total NOTHING = new Total(Counts.NONE, new TreeMap<>());

    static Total of(Counts counts) {
        return new Total(counts, new TreeMap<>());
    }

    static Total of(Sum sum) {
        SortedMap<String, Revenue> revenue = new TreeMap<>();
        if (sum.gross() > 0) {
            revenue.put(sum.currency(), Revenue.of(sum));
        }
        return new Total(Counts.of(sum), revenue);
    }

    static Total of(Collection<Total> totals) {
        return totals.stream().reduce(NOTHING, Total::plus);
    }

    Total plus(Total other) {
        SortedMap<String, Revenue> both = new TreeMap<>(revenue);
        other.revenue.forEach((currency, more) -> both.merge(currency, more, Revenue::plus));
        return new Total(counts.plus(other.counts), both);
    }

    /** The money of one currency. */
    Revenue in(String currency) {
        return revenue.getOrDefault(currency, Revenue.none(currency));
    }

    long refunds() {
        return revenue.values().stream().mapToLong(Revenue::refunds).sum();
    }
}
