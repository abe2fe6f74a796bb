/**
 * A client of the platform's REST API (described at {@code /openapi} of every installation): makes
 * a bundle, uploads its files by tus 1.0.0, prices, seals and publishes it.
 *
 * <p>The same run, made again after any interruption, goes on where it stopped and never makes a
 * second bundle: the bundle is made under an idempotency key and every upload knows its offset on
 * the server. All that is remembered on this machine, in a {@link
 * io.seedhouse.packager.cli.publishing.WorkFolder}, is which state of a file was uploaded, as the
 * server cannot tell that a file was edited meanwhile.
 */
@NullMarked
package io.seedhouse.packager.cli.publishing;

import org.jspecify.annotations.NullMarked;
