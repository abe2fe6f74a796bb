/**
 * Ground floor of the web module: what every feature stands on. Where things lie on disk ({@link
 * io.seedhouse.publisher.Home}) and on the web ({@link io.seedhouse.publisher.Site}), how a request
 * is read and refused, and how the two neighbouring modules are reached. Features depend on this
 * package, never the other way round.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher;
