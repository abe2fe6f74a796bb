/**
 * One call of Stripe's API: its parameters, its idempotency key, its answer, its refusal. What a
 * call does is said by the packages of the things it is about, each with a list of {@link
 * io.seedhouse.paygate.sandbox.call.Route}s.
 */
package io.seedhouse.paygate.sandbox.call;
