/**
 * A stand-in for Stripe that speaks its HTTP: every call the shop makes goes through stripe-java,
 * sessions are paid on a page with Stripe's test cards, and signed events report what happens. The
 * shop cannot tell it from Stripe, because nothing outside this package and the one class that
 * chooses knows of it. Its rules, with the test and Stripe's page for each, are listed in
 * docs/protocol/stripe-sandbox.md.
 *
 * <p>This package puts it together: its addresses, its timer, its secrets, and what tests may tell
 * it to do. The parts are features of their own: {@code session}, {@code payment}, {@code dispute},
 * {@code event} and {@code page}, on top of {@code call} and {@code clock}.
 *
 * <p>It would give films away if it ever ran where money is meant, so {@link
 * io.seedhouse.paygate.sandbox.SandboxPolicy} has to allow it at every start; its secrets are
 * random per installation, so nobody can sign an event or create a session from outside.
 */
package io.seedhouse.paygate.sandbox;
