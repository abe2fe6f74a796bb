/**
 * Charts as SVG, drawn on the server: they need no script, are as wide as their place without their
 * letters growing, and take their colours from the style sheet. Widths are therefore per cent, and
 * heights pixels. What a mark stands for is told by its {@code title}; a table beside each chart
 * tells all of it.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.chart;
