/**
 * A stand-in for Stripe that speaks its HTTP: sessions are created and read through stripe-java,
 * paid on a page with Stripe's test cards, and reported by signed events. The shop cannot tell it
 * from Stripe, because nothing outside this package and the one class that chooses knows of it.
 *
 * <p>It would give films away if it ever ran where money is meant, so {@link
 * io.seedhouse.paygate.sandbox.SandboxPolicy} has to allow it at every start; its secrets are
 * random per installation, so nobody can sign an event or create a session from outside.
 */
package io.seedhouse.paygate.sandbox;
