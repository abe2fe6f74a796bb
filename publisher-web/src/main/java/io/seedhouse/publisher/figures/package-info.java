/**
 * What became of a publisher's bundles, in numbers: money, orders, visits, downloads and swarms, as
 * pages, tables and JSON. docs/guide/publishers.md defines each number; this package only adds up
 * what the paygate, {@code visit} and {@code swarm} have counted.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.figures;
