/**
 * Sells keys: offers, checkout through Stripe, entitlements, and the vault of identities. The only
 * place of the platform that ever sees an identity in clear, and only to hand it to its buyer.
 *
 * <p>The features are the packages below; here they are wired. {@link
 * io.seedhouse.paygate.PaymentsChoice} is the one class that knows both Stripe and the sandbox.
 */
package io.seedhouse.paygate;
