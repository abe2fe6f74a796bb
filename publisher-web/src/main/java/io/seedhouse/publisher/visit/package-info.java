/**
 * Counts visits to bundles' pages without knowing anybody: no cookie is set and no address is kept.
 * Whether somebody was here before today is told by a hash under a key that lives in this server's
 * memory for a day (docs/adr/0032).
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.visit;
