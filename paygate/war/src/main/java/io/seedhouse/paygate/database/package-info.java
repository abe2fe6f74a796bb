/**
 * Short transactions of our own. A checkout must not hold a transaction while it waits for Stripe,
 * so the parts that talk to Stripe open and commit several, one after the other.
 */
package io.seedhouse.paygate.database;
