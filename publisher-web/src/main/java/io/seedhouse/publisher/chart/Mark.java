package io.seedhouse.publisher.chart;

/**
 * A value of a chart.
 *
 * @param label what it is of, such as a day
 * @param value 0 or more, in whatever the chart is about
 * @param words the value as people read it, with its unit
 */
public record Mark(String label, double value, String words) {}
