/**
 * Brings events to webhooks. A fact becomes one row for each webhook that wants it, in the
 * transaction that takes the fact; each row is sent at least once, always with the same id, with
 * growing waits for three days.
 *
 * <p>A slow server holds up nobody else: one webhook has one request under way at a time, one
 * publisher three, the whole server sixteen, and each ends after fifteen seconds.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.courier;
