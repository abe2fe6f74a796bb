/**
 * Checkout sessions: opened by the shop, completed by a buyer, expired by the clock. Source:
 * docs.stripe.com/api/checkout/sessions.
 */
package io.seedhouse.paygate.sandbox.session;
