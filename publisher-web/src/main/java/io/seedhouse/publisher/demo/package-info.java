/**
 * What a new platform shows before anyone has published: one publisher and one short film, which is
 * really encoded, uploaded, sealed and published along the same path as anybody's.
 *
 * <p>It is made once, on an empty database, in the background, and only where the platform is
 * reached on this machine alone. What a stopped server left half made is continued at the next
 * start. Where it cannot be made the log says so in one sentence and everything else works.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.demo;
