package io.seedhouse.publisher.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The upright axis, from 0 to a round number not below the highest value.
 *
 * @param words says a value of the axis, with its unit
 */
public record Scale(double top, DoubleFunction<String> words) {
    /** So that also the half of each is a number that one would write. */
    private static final double[] ROUND = {1, 2, 4, 6, 8, 10};

    /** For these values; where all are 0, up to 1. */
    static Scale of(List<Mark> marks, DoubleFunction<String> words) {
        double highest = marks.stream().mapToDouble(Mark::value).max().orElse(0);
        if (highest <= 0) {
            return new Scale(1, words);
        }
        double unit = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double round : ROUND) {
            if (round * unit >= highest * (1 - 1e-9)) {
                return new Scale(round * unit, words);
            }
        }
        return new Scale(10 * unit, words);
    }

    /** Values that are labelled, from below. The half only where it is whole, or 1 is far. */
    List<Double> ticks() {
        return top < 2 ? List.of(0.0, top) : List.of(0.0, top / 2, top);
    }
}
