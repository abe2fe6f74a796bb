/**
 * Tiers at a price, and which bundles are on sale. Prices are checked here against what Stripe is
 * able to charge, so that a price that was accepted never fails at the checkout.
 */
package io.seedhouse.paygate.offer;
