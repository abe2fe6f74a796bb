/**
 * Money that is to be given back. The wish is a row before Stripe hears of it, so it outlives a
 * crash, and its id is the idempotency key, so it is granted once.
 */
package io.seedhouse.paygate.refund;
