/**
 * Who may open which file. {@link io.seedhouse.paygate.entitlement.Fulfilment} is the only way from
 * money to an entitlement, and everything that learns of a payment goes through it: the webhook,
 * the buyer's return and the keyring's address. It reads the session from the provider and never
 * believes a message about it, so it may be called twice, late, and by all of them at once.
 */
package io.seedhouse.paygate.entitlement;
