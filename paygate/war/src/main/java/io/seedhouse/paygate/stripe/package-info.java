/**
 * The border to Stripe, and apart from its stand-in the only place that knows Stripe's types. What
 * leaves this package is in our own words ({@link io.seedhouse.paygate.payment.Payments}).
 *
 * <p>An event is only a reason to look: its signature is checked before anything of it is parsed,
 * and of its content only the id of the session is used. The state is then read from Stripe, so
 * events may come twice, late, out of order, or from another release of the API.
 */
package io.seedhouse.paygate.stripe;
