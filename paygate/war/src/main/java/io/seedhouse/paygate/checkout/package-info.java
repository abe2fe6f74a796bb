/**
 * The beginning of a purchase. The order is recorded and committed before Stripe hears of it, so
 * money can never arrive for an order we do not know; no transaction is open while Stripe is asked.
 */
package io.seedhouse.paygate.checkout;
