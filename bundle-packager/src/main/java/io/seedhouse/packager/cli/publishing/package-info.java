/**
 * A client of the platform's REST API (described at {@code /openapi} of every installation): makes
 * a bundle, uploads its files by tus 1.0.0, prices, seals and publishes it.
 *
 * <p>Nothing is remembered on this machine. The bundle is made under an idempotency key and every
 * upload knows its offset on the server, so the same run, made again after any interruption, goes
 * on where it stopped and never makes a second bundle.
 */
@NullMarked
package io.seedhouse.packager.cli.publishing;

import org.jspecify.annotations.NullMarked;
